"""Files that were made to take long: each is a family of formats, and what makes one of a size."""

from collections.abc import Callable, Mapping

from tests.reader.formats.mail.mails import mail, multipart, page, plain as plain_part
from tests.reader.formats.pdf.written import file_of, lines, written
from tests.reader.formats.rtf.rtf_files import row, rtf

# ---- PDF: so many words, lines, pages ...


def _shown(*words: tuple[float, float, str]) -> str:
    """Words, each at its place."""
    return "BT /F 4 Tf " + "".join(f"1 0 0 1 {x:.2f} {y:.2f} Tm ({word}) Tj " for x, y, word in words) + "ET "


def _scattered(count: int) -> str:
    return _shown(*((place * 7919 % 5801 / 10, place * 104729 % 7901 / 10, f"o{place % 97}") for place in range(count)))


def _one_row(count: int) -> bytes:
    return written(_shown(*((place * 7919 % count * 600 / count, 400, f"o{place % 97}") for place in range(count))))


def _one_column(count: int) -> bytes:
    return written(_shown(*((60, place * 7919 % count * 800 / count, f"o{place % 97}") for place in range(count))))


def _apart(count: int) -> bytes:
    """Rows of two words with wide gaps, each a little further to the right."""
    rows = range(count // 2)
    left = ((place * 200 / count, 790 - place * 1500 / count, f"o{place % 97}") for place in rows)
    right = ((350 + place * 200 / count, 790 - place * 1500 / count, f"e{place % 97}") for place in rows)
    return written(_shown(*(word for pair in zip(left, right, strict=True) for word in pair)))


def _between_lines(count: int) -> bytes:
    """Words over tables that are drawn beside each other."""
    drawn = (f"{x * 30} {y * 40} 8 8 re {x * 30} {y * 40} 16 8 re S " for x in range(18) for y in range(18))
    return written(_scattered(count) + "".join(drawn))


def _lines_drawn(count: int) -> bytes:
    drawn = (
        f"{place % 600} 0 m {place % 600} 800 l 0 {place % 800} m 600 {place % 800} l S " for place in range(count)
    )
    return written(lines(["Hei"]) + "".join(drawn))


def _one_paragraph(count: int) -> bytes:
    """Words of one paragraph of which each looks another way."""
    shown = "".join(f"/{'FB'[place % 2]} 10 Tf (ord ) Tj " + "T* " * (place % 10 == 9) for place in range(count))
    return written(f"BT 12 TL 1 0 0 1 60 790 Tm {shown} ET", height=count * 1.2 + 800)


def _pages(count: int) -> bytes:
    return written(*[""] * (count - 1), lines(["Hei"]))


def _pages_alike(count: int) -> bytes:
    return written(*[lines(["Hode", *["Noe som er likt."] * 5])] * count)


def _annotated(count: int, annotation: str) -> bytes:
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[4 0 R]/Count 1>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R"
        f"/Annots[{' '.join(f'{place + 7} 0 R' for place in range(count))}]>>",
        (content := _scattered(count)) and f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 2>>stream\nq \nendstream",
    ]
    return file_of([*objects, *(annotation.format(place % 600, place % 800) for place in range(count))])


def _fields(count: int) -> bytes:
    return _annotated(count, "<</Type/Annot/Subtype/Widget/FT/Tx/F 4/Rect[{0} {1} 610 810]/AP<</N 6 0 R>>>>")


def _links(count: int) -> bytes:
    return _annotated(count, "<</Type/Annot/Subtype/Link/Rect[{0} {1} 600 800]/A<</S/URI/URI(http://a.no)>>>>")


def _comments(count: int) -> bytes:
    return _annotated(count, "<</Type/Annot/Subtype/Text/Rect[{0} {1} 600 800]/Contents(Hei)>>")


def _outline(count: int, *, deep: bool) -> bytes:
    step = "First" if deep else "Next"
    entries = [f"<</Title(Kapittel {place})/Parent 6 0 R/{step} {place + 8} 0 R>>" for place in range(count)]
    content = lines(["Hei"])
    return file_of(
        [
            "<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>",
            "<</Type/Pages/Kids[4 0 R]/Count 1>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
            f"<</First 7 0 R/Last {count + 6} 0 R/Count {count}>>",
            *entries,
            "<</Title(Slutt)/Parent 6 0 R>>",
        ]
    )


# ---- Mail


def _mixed(body: str, boundary: str = "b") -> bytes:
    return mail(f"Content-Type: multipart/mixed; boundary={boundary}\n\n{body}")


def _nested(count: int) -> bytes:
    """Parts in parts, all with one long text in the innermost."""
    head = "".join(f'Content-Type: multipart/mixed; boundary="{level}"\n\n--{level}\n' for level in range(30))
    return mail(f"{head}\n" + "Hei på deg.\n" * count)


def _related(count: int) -> bytes:
    parts = (f"Content-Type: image/png\nContent-ID: <{place}>\n\nx" for place in range(count))
    shown = "".join(f"<img src=cid:{place}>" for place in range(count))
    return mail(multipart("related", page(shown), *parts))


def _messages(count: int) -> bytes:
    return mail(multipart("digest", *(f"\nSubject: Sak {place}\n\nHei {place}" for place in range(count))))


# ---- all


def _rich(form: str) -> Callable[[int], bytes]:
    return lambda count: rtf(form * count)


def _cued(form: str) -> Callable[[int], bytes]:
    return lambda count: form.encode() * count


def _edges(count: int) -> str:
    """What a row says of so many cells."""
    return "".join(rf"\cellx{place}" for place in range(count))


def _nearly_rolled(count: int) -> bytes:
    """Cues of many lines, the last of which is another than in those that follow."""
    shown = "a\n" * count
    cues = (f"{n}\n00:00:0{n},000 --> 00:00:0{n + 1},000\n{shown}{n}\n\n" for n in range(1, 6))
    return "".join(cues).encode()


def _one_cue(text: str, end: str = "") -> Callable[[int], bytes]:
    return lambda count: f"1\n00:00:01,000 --> 00:00:02,000\n{text * count}{end * count}\n".encode()


def _vtt(text: str, end: str = "") -> Callable[[int], bytes]:
    return lambda count: f"WEBVTT\n\n00:01.000 --> 00:02.000\n{text * count}Hei{end * count}\n".encode()


# Each: the family (see `tests.reader.formats.fuzzing.found_in`), what makes a file, and the size of a large one.
FILES: Mapping[str, tuple[str, Callable[[int], bytes], int]] = {
    "pdf: words in one row": ("pdf", _one_row, 50_000),
    "pdf: words in one column": ("pdf", _one_column, 50_000),
    "pdf: words anywhere": ("pdf", lambda count: written(_scattered(count)), 50_000),
    "pdf: words over tables": ("pdf", _between_lines, 50_000),
    "pdf: words of two columns": ("pdf", _apart, 50_000),
    "pdf: words of many looks in a paragraph": ("pdf", _one_paragraph, 50_000),
    "pdf: lines drawn": ("pdf", _lines_drawn, 20_000),
    "pdf: pages": ("pdf", _pages, 10_000),
    "pdf: pages alike": ("pdf", _pages_alike, 5_000),
    "pdf: fields": ("pdf", _fields, 50_000),
    "pdf: links": ("pdf", _links, 20_000),
    "pdf: comments": ("pdf", _comments, 50_000),
    "pdf: outline": ("pdf", lambda count: _outline(count, deep=False), 50_000),
    "pdf: deep outline": ("pdf", lambda count: _outline(count, deep=True), 50_000),
    "mail: boundaries that are none": ("mail", lambda count: _mixed("--b\n\n" + "--bb\n" * count), 1_000_000),
    "mail: beginnings of boundaries": ("mail", lambda n: _mixed("--b\n\n" + "\n--a" * n, "a" * 99), 1_000_000),
    "mail: parts": ("mail", lambda count: _mixed("--b\n\nHei\n" * count), 5_000),
    "mail: parts in each other": ("mail", _nested, 500_000),
    "mail: parts of a page": ("mail", _related, 5_000),
    "mail: mails in it": ("mail", _messages, 5_000),
    "mail: fields": ("mail", lambda count: mail("X: a\n" * count + "\nHei"), 500_000),
    "mail: fields of one name": ("mail", lambda count: mail("Cc: a@b.no\n" * count + "\nHei"), 200_000),
    "mail: lines of a field": ("mail", lambda count: mail("Cc: a\n" + " b@c.no,\n" * count + "\nHei"), 500_000),
    "mail: broken lines of a field": ("mail", lambda n: mail("Cc: a\n" + "b\nCc: a\n" * n + "\nHei"), 100_000),
    "mail: a long line of a field": ("mail", lambda count: mail("Cc: " + "a b, " * count + "\n\nHei"), 1_000_000),
    "mail: encoded words": ("mail", lambda count: mail("Cc: " + "=?utf-8?q?a?=\n " * count + "\n\nHei"), 200_000),
    "mail: half encoded words": ("mail", lambda count: mail("Cc: " + "=?utf-8?q?a" * count + "\n\nHei"), 500_000),
    "mail: spaces in a field": ("mail", lambda count: mail("Cc: a\n" + " " * count + "\n\nHei"), 2_000_000),
    "mail: blank lines of a field": ("mail", lambda count: mail("Cc: a\n" + " \n" * count + "\n\nHei"), 500_000),
    "mail: parameters": ("mail", lambda n: mail(f"Content-Type: text/plain; {'a=b; ' * n}\n\nHei"), 500_000),
    "mail: files in the text": ("mail", lambda n: mail(plain_part("begin 644 a\nM\n" * n)), 200_000),
    "mail: sealed": ("mail", lambda n: mail(plain_part("-----BEGIN PGP MESSAGE-----\n" * n)), 200_000),
    "mail: padding": ("mail", lambda n: mail(plain_part("YQ==\n" * n, "Content-Transfer-Encoding: base64\n")), 500_000),
    "mail: quotes": ("mail", lambda n: mail(plain_part("".join(">" * (i % 99) + " a\n\n" for i in range(n)))), 20_000),
    "rtf: groups": ("rtf", _rich("{"), 1_000_000),
    "rtf: looks": ("rtf", _rich(r"{\b Hei {\i der}}"), 50_000),
    "rtf: fields": ("rtf", _rich(r'{\field{\*\fldinst HYPERLINK "http://a.no"}{\fldrslt Hei}} '), 20_000),
    "rtf: notes": ("rtf", _rich(r"Hei{\footnote\chftn Noe.}\par "), 20_000),
    "rtf: rows": ("rtf", _rich(row(["Hei", "der"])), 20_000),
    "rtf: rows of one shape": ("rtf", lambda n: rtf(rf"\trowd{_edges(n)}" + r"\intbl a\cell\row " * n), 10_000),
    "rtf: cells of a row": ("rtf", lambda count: rtf(row(["a"] * count)), 20_000),
    "rtf: tables in each other": (
        "rtf",
        lambda n: rtf("".join(rf"\itap{i}\intbl a\nestcell" for i in range(n))),
        5_000,
    ),
    "rtf: pictures": ("rtf", _rich(r"{\pict\pngblip 89504e47}\par "), 20_000),
    "rtf: deleted": ("rtf", _rich(r"{\deleted Hei} der "), 50_000),
    "rtf: bookmarks": ("rtf", _rich(r"{\*\bkmkstart a}Hei{\*\bkmkend a}\par "), 20_000),
    "rtf: formulas": ("rtf", _rich(r"{\*\moMath {\mf{\mnum a}{\mden b}}} "), 10_000),
    "rtf: fonts": ("rtf", lambda n: rtf("{\\fonttbl" + "".join(rf"{{\f{i} A;}}" for i in range(n)) + "}Hei"), 50_000),
    "srt: cues": ("srt", _cued("1\n00:00:01,000 --> 00:00:02,000\nHei.\n\n"), 50_000),
    "srt: cues of one sentence": ("srt", _cued("1\n00:00:01,000 --> 00:00:02,000\nhei på\n\n"), 50_000),
    "srt: tags in each other": ("srt", _one_cue("<i><b>", "</b></i>"), 50_000),
    "srt: tags": ("srt", _one_cue("<i>a</i>"), 50_000),
    "srt: tags without end": ("srt", _one_cue("<i "), 200_000),
    "srt: lines that nearly roll up": ("srt", _nearly_rolled, 10_000),
    "srt: lines of a cue": ("srt", _one_cue("a\n"), 100_000),
    "vtt: tags in each other": ("vtt", _vtt("<v Ola><c.x>", "</c></v>"), 50_000),
    "vtt: ruby": ("vtt", _vtt("<ruby>a<rt>b</rt></ruby>"), 20_000),
    "vtt: notes": (
        "vtt",
        lambda count: b"WEBVTT\n\n" + b"NOTE x\n\n" * count + b"00:01.000 --> 00:02.000\nHei\n",
        100_000,
    ),
    "vtt: brackets": ("vtt", _vtt("<<"), 200_000),
}
