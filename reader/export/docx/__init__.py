"""The Word export."""
