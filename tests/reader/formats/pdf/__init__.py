"""Tests of reading PDF files."""
