"""What a document is: paragraphs, sentences, languages, headings."""
