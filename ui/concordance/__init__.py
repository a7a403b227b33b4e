"""The window that shows how a word is translated in the document and in the translation memory."""
