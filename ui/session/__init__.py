"""The open document and the work on it."""
