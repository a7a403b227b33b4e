"""The graphical interface. It may import `reader`; nothing in `reader` imports it."""
