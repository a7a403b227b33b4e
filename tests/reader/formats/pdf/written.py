"""PDF files written by hand, to show what typesetting programs seldom do."""

from collections.abc import Sequence


def written(*pages: str, height: float = 800) -> bytes:
    """A file with pages of these contents, 600 points wide, with Helvetica as "F" and its bold letters as "B"."""
    count = len(pages)
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{' '.join(f'{5 + 2 * n} 0 R' for n in range(count))}]/Count {count}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>",
    ]
    for number, content in enumerate(pages):
        resources = "/Resources<</Font<</F 3 0 R/B 4 0 R>>>>"
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 {height}]{resources}/Contents {6 + 2 * number} 0 R>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    return file_of(objects)


def file_of(objects: Sequence[str]) -> bytes:
    """A file of these objects, numbered from 1 on; the first is its root."""
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def lines(texts: Sequence[str], matrix: str = "1 0 0 1", size: int = 10) -> str:
    """The content of a page that shows lines, 12 points apart, from the point (60, 700) on, turned by a matrix."""
    shown = " T* ".join(f"({text}) Tj" for text in texts)
    return f"BT /F {size} Tf 12 TL {matrix} 60 700 Tm {shown} ET "


IMAGE = "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q "
