"""A sentence as the model translated it, and what becomes of its tokens."""

from collections.abc import Sequence
from dataclasses import replace

from reader.engine.attention import Attention
from reader.engine.nmt_model import Piece, mean_score
from reader.engine.tokens_linked import beside, links_of, pinned
from reader.late_dataclasses import dataclass
from reader.parallel import Hypothesis, by_rules
from reader.processing import Placeholders, Plan, Splices, Without, finish, localised, looping
from reader.text import Link, long_runs

# Codes of the source and the target language.
Languages = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence as the model translated it, joined from its pieces; `joined` still has the placeholders."""

    sentence: str
    joined: str
    score: float
    pieces: tuple[Piece, ...]
    placeholders: Placeholders

    @classmethod
    def of(cls, sentence: str, planned: Plan, pieces: Sequence[Piece]) -> "Draft":
        """Join what the model said; `joined` is empty if it left out a piece."""
        texts = [piece.text for piece in pieces]
        joined = planned.join(texts) if all(texts) else ""
        return cls(sentence, joined, mean_score(pieces), tuple(pieces), planned.placeholders)

    def looping(self) -> bool:
        """Whether the model looped."""
        return looping(self.placeholders.text, self.joined)

    def attention(self) -> Attention | None:
        """The attention of a single piece, which is that of the sentence: what is around it (a dash) has no words."""
        is_whole = len(self.pieces) == 1 and not long_runs(self.placeholders.text)
        return self.pieces[0].attention if is_whole else None

    def finished(self, languages: Languages, linking: bool, *, linked: bool) -> Hypothesis:
        """The translation, finished for these languages; `linked` as in the hypothesis."""
        if not self.joined or not self.pieces:
            alone = localised(self.joined, self.joined, *languages)  # "3,5" in a cell
            return Hypothesis(self.placeholders.restored(alone).text, self.score)
        said = self._said(languages)
        result = self.placeholders.restored(said)
        links = links_of(self.placeholders.text, said, self.attention() if linking else None)
        if links and self.placeholders.changes:
            links = self._of_tokens(said, result, links)
        return by_rules(self.sentence, Hypothesis(result.text, self.score, links, (), linked), languages)

    def plain(self) -> str:
        """The translation with its tokens, but not finished."""
        return self.placeholders.restored(self.joined).text

    def _said(self, languages: Languages) -> str:
        """The finished translation, with placeholders."""
        source, target = languages
        return self.placeholders.apart(finish(self.placeholders.named, self.joined, target, source))

    def _of_tokens(self, said: str, result: Splices, links: Sequence[Link]) -> tuple[Link, ...]:
        """The links of a text with placeholders as those of the sentence."""
        source = self.placeholders.source
        whole = [(*source.before((a, b)), *result.after((c, d)), weight) for a, b, c, d, weight in links]
        same = [(source.before(here), result.after(there)) for here, there in self.placeholders.pairs(said)]
        return pinned(whole, self.sentence, result.text, same)

    def keeps_tokens(self, languages: Languages) -> bool:
        """Whether each placeholder is there once, beside the words that it was beside."""
        if not self.pieces:
            return True
        if not self.joined or self.placeholders.misplaced(said := self._said(languages)):
            return False
        links = links_of(self.placeholders.text, said, self.attention())
        return not links or all(beside(links, *pair) for pair in self.placeholders.pairs(said))


def inserted(sentence: str, without: Without, hypothesis: Hypothesis, languages: Languages) -> Hypothesis:
    """The hypothesis of a sentence without its tokens, with them; of the sentence as it is if there is none."""
    result, same = without.into(hypothesis.text or without.text, hypothesis.links)
    links = [(*without.source.before((a, b)), *result.after((c, d)), w) for a, b, c, d, w in hypothesis.links]
    found = pinned(links, sentence, result.text, same)
    return by_rules(sentence, replace(hypothesis, text=result.text, links=found), languages)
