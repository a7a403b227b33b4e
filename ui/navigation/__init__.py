"""Find, go to and outline."""
