"""What opens a group that has something of its own: where its content goes, and what is done with it."""

from collections.abc import Callable

from reader.formats.docx.symbols import in_unicode
from reader.formats.rtf.content import Text
from reader.formats.rtf.groups import Collected, Sink
from reader.formats.rtf.parsing import Parser
from reader.formats.rtf.stories import Running


def story_of(parser: Parser) -> Running | None:
    """The story that things in the group that is open go to."""
    return parser.now.sink if isinstance(parser.now.sink, Running) else parser.now.story


def collect(parser: Parser, use: Callable[[Collected], object]) -> None:
    """Keep the letters of the group that is open for a use."""
    collected = Collected()
    parser.now.sink = collected
    parser.now.leave = lambda _: use(collected)


def drop(parser: Parser) -> None:
    """What is in the group is dropped."""
    parser.now.sink = Sink()


def go_on(_parser: Parser) -> None:
    """What is in the group goes where all else goes."""


def plain_text(parser: Parser, texts: list[Text]) -> str:
    """Letters as Unicode has them, whatever their font is."""
    return "".join(in_unicode(text.text, parser.content.font_of(text.letters)) for text in texts)
