"""Telling PDF viewers to show facing pages: two side by side, odd ones on the right unless the text begins there."""

from reader import late_re as re

_TRAILER = re.compile(rb"trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)
_ROOT = re.compile(rb"/Root (\d+) 0 R")


def with_facing_pages(pdf: bytes, *, first_on_right: bool = True) -> bytes:
    """`pdf`, as Typst writes it, with /PageLayout in its catalogue, as an incremental update (ISO 32000-1, 7.5.6).

    A PDF with another structure is returned unchanged.
    """
    trailer = _TRAILER.search(pdf, len(pdf) - 1000 if len(pdf) > 1000 else 0)
    root = trailer and _ROOT.search(trailer[1])
    if not trailer or not root:
        return pdf
    number = root[1]
    catalogue = re.search(rb"\n" + number + rb" 0 obj\s*<<(.*?)>>\s*endobj", pdf, re.DOTALL)
    if not catalogue or b"/PageLayout" in catalogue[1]:
        return pdf
    base = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    added = (
        number
        + b" 0 obj\n<<"
        + catalogue[1]
        + b"/PageLayout/"
        + (b"TwoPageRight" if first_on_right else b"TwoPageLeft")
        + b">>\nendobj\n"
    )
    table = b"xref\n0 1\n0000000000 65535 f \n%b 1\n%010d 00000 n \n" % (number, len(base))
    end = b"trailer\n<<%b/Prev %b>>\nstartxref\n%d\n%%%%EOF\n" % (trailer[1], trailer[2], len(base) + len(added))
    return base + added + table + end
