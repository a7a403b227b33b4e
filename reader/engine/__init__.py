"""Loaded language packages: translation and word alignment of sentences."""
