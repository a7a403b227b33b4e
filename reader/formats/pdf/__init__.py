"""PDF: what its pages show, put together again as paragraphs."""
