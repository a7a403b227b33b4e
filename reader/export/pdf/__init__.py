"""The bilingual PDF: a parallel edition, paragraph beside paragraph, set by Typst."""
