"""Editing the translation of a sentence."""
