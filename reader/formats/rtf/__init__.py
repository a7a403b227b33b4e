"""Rich text (RTF), as Word, LibreOffice, WordPad, TextEdit and Outlook write it: read, and written back."""
