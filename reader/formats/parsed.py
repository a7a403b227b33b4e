"""What a format gives: the paragraphs of a text, and what it says about the document."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from reader.errors import Message
from reader.late_dataclasses import dataclass
from reader.text import Figure, Paragraph, Recognition


@dataclass(frozen=True, slots=True)
class Parsed:
    """The content of a file, before kinds that only form tells are recognised.

    Attributes:
        paragraphs: in reading order; see `Document`.
        figures, targets, metadata: see `Document`.
        left_out: what was left out on purpose, one sentence each; see `Source`.
        title: what the file says that the document is called, for one that has no title in its text.
        languages: whether there are marks that name a language, perhaps that of the document.
        doubtful: whether these marks may only say what a word processor was set to.
        protected: whether the file can only be read with a password.
        family: of what the file turned out to be once it was opened with that; "" for what it was taken for.
        recognition: see `Source`.
    """

    paragraphs: Sequence[Paragraph]
    figures: tuple[Figure, ...] = ()
    targets: Mapping[str, int] = field(default_factory=dict)
    metadata: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[Message, ...] = ()
    languages: bool = False
    title: str = ""
    doubtful: bool = False
    protected: bool = False
    family: str = ""
    recognition: Recognition | None = None


# Is told of the beginning of a text: its paragraphs and figures, of which references may lead to what is still unread.
Began = Callable[[Parsed], object]
# Is told, before each page is recognised, how many pages came before it, and how many there are: it takes seconds.
Recognising = Callable[[int, int], object]
