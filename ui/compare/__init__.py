"""The checklist beside the text: what there is to check in a translation, and what has been checked."""
