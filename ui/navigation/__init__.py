"""Find, Go to and the outline."""
