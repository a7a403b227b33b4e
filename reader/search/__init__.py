"""Finding words in a parallel text."""
