"""The package manager of the window: installed and available packages, and the progress of installations."""
