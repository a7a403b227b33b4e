"""The export dialog: what is to be written, with a preview of the real pages."""
