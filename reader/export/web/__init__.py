"""The HTML and EPUB exports."""
