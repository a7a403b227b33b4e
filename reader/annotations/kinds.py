"""The kinds of values that annotations are kept as, in the memory's values of documents."""

NOTE, BOOKMARK = "note", "bookmark"
