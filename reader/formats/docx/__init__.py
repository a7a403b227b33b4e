"""Word documents: DOCX, DOCM and DOTX, as Word shows them."""
