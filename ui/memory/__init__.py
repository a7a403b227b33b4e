"""The translation memory in files: importing those of other programs, and exporting it for them."""
