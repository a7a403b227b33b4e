"""The window. Everything here may import `reader`; nothing in `reader` imports this."""
