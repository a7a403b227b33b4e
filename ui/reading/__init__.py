"""The reading view: original and translation side by side, row by row."""
