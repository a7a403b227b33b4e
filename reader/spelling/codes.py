"""Codes of warnings about spelling."""

# A word of a translation that no dictionary has.
INVENTED = "word"
