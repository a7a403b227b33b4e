"""The kinds of values of documents that the memory itself knows."""

# The place of these is the reference translation.
REFERENCE = "reference"
