"""Tests of reading OpenDocument text."""
