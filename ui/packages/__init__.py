"""The window's package manager: what is installed, what can be had, and how far an installation is."""
