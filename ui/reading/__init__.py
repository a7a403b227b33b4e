"""The reading view: original and translation, row beside row."""
