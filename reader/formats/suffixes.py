"""The endings of the names of files that are read, in one place: how a file is read, and what dialogs offer."""

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn", ".mdx", ".qmd", ".rmd"})
SUBTITLE_SUFFIXES = frozenset({".srt", ".vtt"})

READABLE_SUFFIXES = (".txt", ".text", *sorted(MARKDOWN_SUFFIXES), *sorted(SUBTITLE_SUFFIXES))
"""What a dialog for opening files offers; a file of any other name is read too, if it is text."""
