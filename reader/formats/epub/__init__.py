"""Books in EPUB 2 and 3."""
