"""The endings of the names of files that are read, in one place: how a file is read, and what dialogs offer."""

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn", ".mdx", ".qmd", ".rmd"})
SUBTITLE_SUFFIXES = frozenset({".srt", ".vtt"})
XLIFF_SUFFIXES = frozenset({".xlf", ".xliff"})
WEB_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})
PACKED_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".odt", ".ott", ".epub"})
# The formats, as `Source.format` names them, that are archives, which have their images in them.
PACKED_FORMATS = frozenset({"docx", "odt", "epub"})
FLAT_SUFFIXES = frozenset({".fodt"})
RTF_SUFFIXES = frozenset({".rtf"})
PDF_SUFFIXES = frozenset({".pdf"})
# Mails, and web pages that browsers saved in the same form.
MAIL_SUFFIXES = frozenset({".eml", ".emlx", ".mht", ".mhtml"})

_BY_KIND = (
    MARKDOWN_SUFFIXES,
    SUBTITLE_SUFFIXES,
    XLIFF_SUFFIXES,
    WEB_SUFFIXES,
    PACKED_SUFFIXES,
    FLAT_SUFFIXES,
    RTF_SUFFIXES,
    PDF_SUFFIXES,
    MAIL_SUFFIXES,
)

READABLE_SUFFIXES = (".txt", ".text", *(suffix for suffixes in _BY_KIND for suffix in sorted(suffixes)))
"""What a dialog for opening files offers; a file of any other name is read too, if it is text."""
