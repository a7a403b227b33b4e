"""Translating whole documents."""
