"""The two texts side by side: rows, sentence pairs, word links, edits."""
