"""The Markdown export."""
