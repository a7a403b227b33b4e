"""XLIFF 2.0 and 2.1, and 1.1 and 1.2: a text with its translation, from a translation program or from Tospalt."""
