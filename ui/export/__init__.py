"""The export dialogs: what to write, with a preview of the actual pages."""
