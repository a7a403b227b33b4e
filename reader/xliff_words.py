"""The words of XLIFF (https://docs.oasis-open.org/xliff/xliff-core/v2.1/) that are both written and read, and our own.

Values of our own begin with `OWN`, as the standard wants it; attributes of our own, which only notes have, are in the
namespace `OWN_SPACE`.
"""

CORE = "urn:oasis:names:tc:xliff:document:2.0"  # of version 2.1 too
CORE_1 = "urn:oasis:names:tc:xliff:document:1."  # then 1 or 2
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
OWN_SPACE = "urn:tospalt:xliff:1"
OWN = "tospalt:"

# What inline codes stand for, by `type` and `subType`; kinds of marks are named in our own values by theirs.
FORMAT_TYPES = {"strong": "xlf:b", "emphasis": "xlf:i", "underline": "xlf:u"}
# The types of the codes of other kinds of marks than formatting.
OTHER_TYPES = {"link": "link", "image": "image", "note": "other", "language": "other"}

# What we say of the state of a segment besides the standard's words.
MACHINE, EDITED, ACCEPTED, BOTH = "machine", "edited", "accepted", "edited-accepted"
# The categories of our metadata and notes.
NOTE, BOOKMARK = "note", "bookmark"
