"""XLIFF 2.1: a unit a paragraph, a segment a sentence."""
