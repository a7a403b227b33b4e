"""Writing paragraphs back into a book in EPUB: its chapters, its lists of contents, and the language that it states."""

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reader import late_re as re
from reader.formats.epub.contents import Listed
from reader.formats.epub.document import Chapter, chapters_of, decoded, read_chapters
from reader.formats.epub.package import Package, read_package
from reader.formats.finishing import clean
from reader.formats.html_encoding import encoding_of
from reader.formats.html_letters import escaped
from reader.formats.html_origins import Origins
from reader.formats.html_rewriting import Edited, rewritten_markup
from reader.formats.html_scanner import unescaped
from reader.formats.html_tags import with_attribute
from reader.formats.rewriting.changes import Rewriting, Rewritten
from reader.formats.rewriting.checking import refuse_other
from reader.formats.rewriting.members import with_members
from reader.formats.rewriting.texts import beside
from reader.formats.stated_titles import folded
from reader.formats.webpage_rewriting import as_read, with_stated_title
from reader.formats.zipped import Zipped
from reader.text import OBJECT_KINDS, Mark, MarkKind, Paragraph, language_tag

_STATED_TITLE = re.compile(r"(<dc:title(?:\s[^<>]*)?>)([^<]*)")
_LANGUAGE = re.compile(r"(<dc:language(?:\s[^<>]*)?>)[^<]*")
_ROOT = re.compile(r"<(?:html|(?:\w+:)?ncx|(?:\w+:)?package)\s[^<>]*>")


def rewrite_epub(data: bytes, name: str, rewriting: Rewriting) -> Rewritten:
    """Write paragraphs back into the bytes of a book; `name` is for messages.

    Raises:
        DocumentError: it is damaged, or has other paragraphs.
    """
    book = Zipped(data, name)
    package = read_package(book)
    chapters = chapters_of(book, package)
    origins = Origins()
    paragraphs = [clean(paragraph) for paragraph in read_chapters(package, chapters, origins).paragraphs]
    refuse_other([paragraph.text for paragraph in paragraphs], rewriting.texts, name)
    if not rewriting.changes:
        return Rewritten(data)
    edited = rewritten_markup(origins, paragraphs, rewriting)
    words = _Words(dict(_new_texts(origins, chapters, paragraphs, rewriting)), rewriting.both)
    members = _Members(Zipped(data, name), package, words, rewriting, edited)
    changed = dict([*members.chapters(chapters), *members.contents(), *members.package()])
    stored = {book.stored(path): content for path, content in changed.items()}
    return Rewritten(with_members(data, stored), edited.looks, tuple(edited.unplaced))


def _new_texts(
    origins: Origins, chapters: Sequence[Chapter], paragraphs: Sequence[Paragraph], rewriting: Rewriting
) -> Iterator[tuple[tuple[str, str], str]]:
    """The new texts of paragraphs, without references of notes, by the paths of their chapters and the old texts."""
    for change in reversed(rewriting.changes):
        paragraph = paragraphs[change.row]
        origin = next((m for m in paragraph.marks if m.kind is MarkKind.ORIGIN), None)
        if origin is not None:
            old, new = (_words_of(each.text, each.marks) for each in (paragraph, change))
            yield (chapters[origins.tokens[int(origin.href)].part].path, old), new


def _words_of(text: str, marks: Sequence[Mark]) -> str:
    """A text on one line, without what is no word."""
    for mark in sorted(marks, key=lambda mark: -mark.start):
        if mark.kind in OBJECT_KINDS:
            text = text[: mark.start] + text[mark.end :]
    return " ".join(text.split())


class _Words(NamedTuple):
    """New texts by chapter and old text; `both`: whether the old ones stay beside them."""

    by_chapter: Mapping[tuple[str, str], str]
    both: bool

    def of(self, path: str, text: str) -> str:
        """What a list of contents is to say of a place in a chapter; "" for what it says."""
        return self._beside(text, self.by_chapter.get((path, as_read(text)), ""))

    def anywhere(self) -> Mapping[str, str]:
        """The new texts by the old ones."""
        return {old: new for (_, old), new in self.by_chapter.items()}

    def of_title(self, text: str) -> str:
        """What the title of the whole is to be; "" for what it is."""
        return self._beside(text, self.anywhere().get(as_read(text), ""))

    def _beside(self, old: str, new: str) -> str:
        return beside(" ".join(old.split()), new) if self.both and new else new


class _Members:
    """Writes the members of a book anew."""

    def __init__(self, book: Zipped, package: Package, words: _Words, rewriting: Rewriting, edited: Edited) -> None:
        self._book, self._package, self._words = book, package, words
        self._language = language_tag(rewriting.language)
        self._edited, self._both = edited, rewriting.both

    def chapters(self, chapters: Sequence[Chapter]) -> Iterator[tuple[str, bytes]]:
        """Those that have other words."""
        titles = {folded(old): new for old, new in self._words.anywhere().items()}
        for chapter, markup in zip(chapters, self._edited.parts, strict=True):
            markup = with_stated_title(markup, titles, both=self._both)
            if markup != chapter.markup:
                data = self._book.read(chapter.path)
                yield chapter.path, encoding_of(data, chapter.markup, chapter.encoding).encoded(markup)[0]

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """The lists of contents that are no chapters."""
        for path in self._package.contents:
            yield from self._changed(path, self._listed)

    def package(self) -> Iterator[tuple[str, bytes]]:
        """The package, which states title and language."""
        yield from self._changed(self._package.path, self._stated)

    def _changed(self, path: str, change: Callable[[str, str], str]) -> Iterator[tuple[str, bytes]]:
        data = self._book.read(path)
        old, encoding = decoded(data, self._book.name)
        new = change(old, posixpath.dirname(path))
        if new != old:
            yield path, encoding_of(data, old, encoding).encoded(new)[0]

    def _listed(self, text: str, folder: str) -> str:
        return self._in_language(Listed(text, folder, self._words.of, self._words.of_title).written())

    def _stated(self, text: str, _folder: str) -> str:
        text = _STATED_TITLE.sub(self._with_title, text, count=1)
        if self._edited.whole:
            text = _LANGUAGE.sub(lambda match: match[1] + self._language, text, count=1)
        return self._in_language(text)

    def _with_title(self, found: "re.Match[str]") -> str:
        new = self._words.of_title(unescaped(found[2]))
        return found[1] + (escaped(new) if new else found[2])

    def _in_language(self, text: str) -> str:
        root = _ROOT.search(text)
        if root is None or not self._edited.whole:
            return text
        tag = root[0]
        for name in ("lang", "xml:lang"):
            tag = with_attribute(tag, name, self._language) if f" {name}=" in tag else tag
        return text[: root.start()] + tag + text[root.end() :]
