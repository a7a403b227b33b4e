"""A stored mail as a document: its subject, who sent it to whom and when, its text, the names of what is attached.

Messages that are forwarded in it follow, each in the same way below a heading.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from email.utils import parsedate_to_datetime
from urllib.parse import unquote

from reader import late_re as re
from reader.errors import UnfitError
from reader.formats.left_out import left_out_sentences
from reader.formats.mail.fields import addresses, field_text, split_header
from reader.formats.mail.images import address_of, parts_by_address, with_images_inside
from reader.formats.mail.joining import Joined
from reader.formats.mail.letters import decoded_text, text_or_none
from reader.formats.mail.parts import Part, leaves, read_file, with_line_feeds
from reader.formats.mail.plain import read_plain, unflowed, unpacked
from reader.formats.mail_lines import header_lines
from reader.formats.parsed import Parsed
from reader.formats.webpage import read_page
from reader.late_dataclasses import dataclass
from reader.text import Kind, Paragraph

# What mail programs put before the subject of an answer or of a mail that they forward.
_ANSWER = re.compile(r"(?:(?:re|sv|aw|antw|fwd?|vs|wg|vb)(?:\[\d{1,3}\])?: ?){1,9}(?=\S)", re.IGNORECASE)
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_SIGNATURES = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"})
# What may be an address in a page: in quotation marks, or bare, as in "src=cid:photo" and "url(cid:photo)".
_QUOTED, _BARE = re.compile(r"[^\s\"'<>]+"), re.compile(r"[^\s\"'<>()=]+")
_CID = "cid:"
# Longer ones are logs or dumps, no text of a mail.
_MOST_TEXT, _MOST_LINES = 32 * 1024 * 1024, 300_000
# A text that only says that there is a page is no longer, and has so much less than that.
_LONGEST_STUB, _STUB = 1000, 4


def parse_mail(data: bytes, name: str) -> Parsed:
    """Read a mail; `name` is for messages.

    Raises:
        DocumentError: it is encrypted, or has more parts than any mail.
    """
    message = read_file(data, name)
    walk = _Walk(parts_by_address(message))
    walk.message(message, 0)
    if walk.left_out["encrypted"] and not walk.has_text:
        raise UnfitError(
            "“{name}” is encrypted. Open it in the mail program that has the key, copy the text into a text file, and "
            "open that.",
            name=name,
        )
    return _parsed(walk, message)


def parse_saved_page(data: bytes, name: str) -> Parsed:
    """Read a web page that a browser saved with what belongs to it; `name` is for messages.

    Raises:
        DocumentError: it has more parts than any page.
    """
    message = read_file(data, name)
    page = _first_page(_root(message)) or _first_page(message) or message
    read = read_page(decoded_text(page.content, page.charset))
    return with_images_inside(read, parts_by_address(message), address_of(page))


def _parsed(walk: "_Walk", message: Part) -> Parsed:
    joined, title = walk.joined, field_text(message.fields, "subject")
    said = {
        "title": title,
        "author": addresses(message.fields, "from"),
        "date": _date(message),
        "language": field_text(message.fields, "content-language").split(",")[0].strip(),
    }
    return Parsed(
        joined.paragraphs,
        tuple(joined.figures),
        joined.targets,
        {name: value for name, value in said.items() if value},
        (*joined.left_out, *left_out_sentences(walk.left_out)),
        joined.languages,
        title,
    )


@dataclass(slots=True)
class _Walk:
    """Reads a message, and those that are forwarded in it.

    Attributes:
        images: the parts that pages can show, by their addresses.
        joined: what has been read.
        left_out: how much of each kind has been left out.
        has_text: whether there was anything to read below a header.
        attached: the names of what is attached to the message that is being read.
        forwarded: the messages in it.
    """

    images: Mapping[str, Part]
    joined: Joined = field(default_factory=Joined)
    left_out: Counter[str] = field(default_factory=Counter)
    has_text: bool = False
    attached: list[str] = field(default_factory=list)
    forwarded: list[Part] = field(default_factory=list)

    def message(self, message: Part, depth: int) -> None:
        """Read a message and those in it."""
        self.joined.paragraphs += _head(message, depth)
        self.attached, self.forwarded = [], []
        self._part(message)
        if self.attached:
            self.joined.paragraphs.append(header_lines([("Attachments", "; ".join(self.attached))]))
        for inner in self.forwarded:
            self.joined.paragraphs.append(Paragraph("", Kind.RULE))
            self.message(inner, depth + 1)

    def _part(self, part: Part) -> None:
        kind = part.type.partition("/")[2]
        if not part.parts:
            self._leaf(part)
        elif part.type.startswith("message/"):
            self.forwarded += part.parts
        elif kind == "alternative":
            self._alternative(part)
        elif kind == "encrypted":
            self.left_out["encrypted"] += 1
        elif kind == "related":
            self._related(part)
        else:
            for each in part.parts:
                self._part(each)

    def _alternative(self, part: Part) -> None:
        """Read one of parts that say the same; what is attached to the others, or is an invitation, is named."""
        chosen = _chosen(part.parts)
        self._part(chosen)
        for leaf in leaves(each for each in part.parts if each is not chosen):
            if leaf.type == "text/calendar" or not leaf.type.startswith(("text/", "image/")):
                self._attach(leaf)

    def _related(self, part: Part) -> None:
        """Read the first of parts that belong together, and name those that its page does not show."""
        root = _root(part)
        self._part(root)
        page = _first_page(root)
        places = {id(each): _place(each) for each in part.parts if each is not root}
        shown = _named_in(decoded_text(page.content, page.charset) if page else "", frozenset(places.values()))
        for each in part.parts:
            if each is not root and places[id(each)] not in shown:
                self._part(each)

    def _leaf(self, part: Part) -> None:
        if part.type in _SIGNATURES:
            self.left_out["signatures"] += 1
        elif part.type in _SEALED:
            self.left_out["encrypted"] += 1
        elif part.type == "text/rfc822-headers":
            fields, _ = split_header(with_line_feeds(part.content))
            self.forwarded.append(Part(fields, part.said, "text/plain", b""))
        elif part.type == "message/delivery-status":
            self._add([Parsed([Paragraph(decoded_text(part.content, "").strip(), Kind.CODE)])])
        elif part.attached or (part.name and self.has_text) or not self._text(part):
            self._attach(part)

    def _text(self, part: Part) -> bool:
        """Read a part that is text; False if it is none, or in a form that is not read."""
        if part.type not in _PAGES and part.type != "text/plain":
            return False
        content = part.content
        fits = len(content) <= _MOST_TEXT and content.count(b"\n") <= _MOST_LINES
        text = text_or_none(content, part.charset) if fits else None
        if text is None:
            return False
        self._add(self._page(text, part) if part.type in _PAGES else self._plain(text, part))
        return True

    def _page(self, markup: str, part: Part) -> Iterator[Parsed]:
        yield with_images_inside(read_page(markup, titled=False), self.images, address_of(part))

    def _plain(self, text: str, part: Part) -> Iterator[Parsed]:
        found = unpacked(text)
        self.attached += found.names
        self.left_out["signatures"] += found.signatures
        self.left_out["encrypted"] += found.sealed
        flowed = part.parameter("format").lower() == "flowed"
        spaces = part.parameter("delsp").lower() != "yes"
        return read_plain(unflowed(found.text, spaces=spaces) if flowed else found.text)

    def _add(self, pieces: Iterable[Parsed]) -> None:
        for piece in pieces:
            self.joined.add(piece)
            self.has_text = self.has_text or any(paragraph.text for paragraph in piece.paragraphs)

    def _attach(self, part: Part) -> None:
        self.attached.append(part.name or part.type)


def _head(message: Part, depth: int) -> Iterator[Paragraph]:
    """The subject of a message, and below it the lines that say whose it is."""
    subject, fields = field_text(message.fields, "subject"), message.fields
    if subject:
        answer = _ANSWER.match(subject)
        marker = answer[0].strip() if answer else ""
        text = subject[answer.end() if answer else 0 :]
        yield Paragraph(text, Kind.HEADING if depth else Kind.TITLE, level=min(depth + 1, 6), marker=marker)
    values = [
        ("From", addresses(fields, "from") or addresses(fields, "sender")),
        *((name, addresses(fields, name.lower())) for name in ("To", "Cc", "Bcc")),
        ("Date", _date(message)),
    ]
    if shown := [(name, value) for name, value in values if value]:
        yield header_lines(shown)


def _date(message: Part) -> str:
    """When a message was sent, as all languages write it; as it stands if that cannot be told."""
    said = field_text(message.fields, "date")
    try:
        sent = parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError, OverflowError):  # no date
        return said
    zone = f"{sent:%z}"
    return f"{sent:%Y-%m-%d %H:%M}" + (f" {zone[:3]}:{zone[3:5]}" if zone else "")


def _chosen(parts: Sequence[Part]) -> Part:
    """The part to read of several that say the same: the text, unless it only says that there is a page."""
    text = next((each for each in parts if _has(each, "text/plain") and _first_page(each) is None), None)
    page = next((each for each in reversed(parts) if _first_page(each) is not None), None)
    if text is None or page is None:
        return text or page or parts[-1]
    length = sum(len(decoded_text(leaf.content, leaf.charset).strip()) for leaf in leaves([text]))
    if length > _LONGEST_STUB:
        return text
    found = _first_page(page)
    shown = read_page(decoded_text(found.content, found.charset), titled=False).paragraphs if found else ()
    return page if length * _STUB < sum(len(paragraph.text) for paragraph in shown) else text


def _has(part: Part, type_: str) -> bool:
    return any(leaf.type == type_ for leaf in leaves([part]))


def _root(part: Part) -> Part:
    """What the other parts that belong to it are shown in."""
    start = part.parameter("start").strip("<>")
    named = (each for each in part.parts if start and field_text(each.fields, "content-id").strip("<>") == start)
    return next(named, part.parts[0] if part.parts else part)


def _place(part: Part) -> str:
    """What a page shows a part by; "" if by nothing."""
    return field_text(part.fields, "content-id").strip("<>") or field_text(part.fields, "content-location")


def _named_in(markup: str, places: frozenset[str]) -> frozenset[str]:
    """Which of these places of parts are named in a page, whether between quotation marks, in brackets or bare."""
    words = (word[0] for pattern in (_QUOTED, _BARE) for word in pattern.finditer(markup))
    named = (unquote(word[len(_CID) :]) if word[: len(_CID)].lower() == _CID else word for word in words)
    return frozenset(each for each in named if each and each in places)


def _first_page(part: Part) -> Part | None:
    return next((leaf for leaf in leaves([part]) if leaf.type in _PAGES and not leaf.attached), None)
