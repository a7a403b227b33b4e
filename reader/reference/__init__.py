"""Aligning a human reference translation with the machine translation."""
