"""Finding words in the open text."""
