"""Text recognition (OCR): the words in images of pages, by Tesseract, which belongs to an extra.

In the process that reads files only: it takes seconds a page, and images come from outside.
"""
