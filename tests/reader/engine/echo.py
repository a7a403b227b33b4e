"""A predictable model and tokenizer, for tests of what an engine does around them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any


@dataclass
class Tokens:
    """A tokenizer with a token per word, or per character in a text without spaces."""

    encoded: list[str] = field(default_factory=list)

    def encode(self, text: str) -> list[str]:
        self.encoded.append(text)
        return [f"▁{word}" for word in text.split()] if " " in text else list(text)

    def decode(self, tokens: Sequence[str]) -> str:
        return "".join(tokens).replace("▁", " ").strip()


@dataclass
class Echo:
    """Stands in for `ctranslate2.Translator`: answers with its input, and records the calls.

    Attributes:
        calls: the batches.
        steps: the maximum length of answers in each.
        on_call: called first.
        says: other answers to a text, in turn; the last is repeated.
        score: the score of an answer, as CTranslate2 gives it, from the tokens of the source.
        scored: the targets of each call that scored given translations.
    """

    calls: list[list[list[str]]] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)
    on_call: Callable[[], None] = lambda: None
    says: dict[str, list[str]] = field(default_factory=dict)
    score: Callable[[list[str]], float] = lambda asked: -1.0
    scored: list[list[list[str]]] = field(default_factory=list)

    def translate_batch(self, batch: list[list[str]], *, max_decoding_length: int, **options: Any) -> list[Any]:
        self.on_call()
        self.calls.append(batch)
        self.steps.append(max_decoding_length)
        width = max(map(len, batch))
        if "target_prefix" in options and options["target_prefix"] is not None:
            answers = options["target_prefix"]
        else:
            answers = [self._said(tokens) for tokens in batch]
        return [self._answer(asked, said, width) for asked, said in zip(batch, answers, strict=True)]

    def score_batch(self, source: list[list[str]], target: list[list[str]], **options: Any) -> list[Any]:
        self.on_call()
        self.scored.append(target)
        return [SimpleNamespace(log_probs=[-float(i) for i in range(len(each) + 1)]) for each in target]

    def _said(self, tokens: list[str]) -> list[str]:
        answers = self.says.get(Tokens().decode(tokens))
        if answers is None:
            return tokens
        return Tokens().encode(answers.pop(0) if len(answers) > 1 else answers[0])

    def _answer(self, asked: list[str], said: list[str], width: int) -> Any:
        attention = [[[0.1] * width] * len(said)]
        result = SimpleNamespace(hypotheses=[said], scores=[self.score(asked)], attention=attention)
        return SimpleNamespace(result=lambda: result, attention=result.attention)
