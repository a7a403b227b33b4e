"""Which signs the packages that come with the program do not copy: `python -m tests.benchmarks.signs`.

Each sign that a tokenizer has a piece for, except punctuation that a translation may change, is put into a few
sentences. Prints a line of JSON for each direction: the signs that come back in fewer than nine of ten sentences. They
belong in the package's `metadata.json`, as "unlearned".
"""

import json
import sys
from dataclasses import replace
from unicodedata import category

from reader.engine import Engine
from reader.engine.attention import target_vocabulary
from reader.packages import LanguagePackage, load_tokenizer
from reader.packages.installed import find_in
from tests.shipped_packages import PACKAGES

SENTENCES = {
    "nb": """Han kjøpte {0} i byen.
        {0} Hun bor her.
        Det koster 10 {0} nå.
        Skriv {0} 25 der.
        Se her: a {0} b.
        Prisen er {0}5 eller {0}7 i dag.
        Vi har brød {0} melk.
        Da er 3 {0} 4 riktig.
        Mål ({0}) er satt.
        Svaret er bra {0}""",
    "en": """He bought {0} in town.
        {0} She lives here.
        It costs 10 {0} now.
        Write {0} 25 there.
        See: a {0} b.
        The price is {0}5 or {0}7 today.
        We have bread {0} milk.
        Then 3 {0} 4 is right.
        The goal ({0}) is set.
        The answer is good {0}""",
}
# Quotation marks and dashes depend on the language; some signs may be translated as words.
MAY_CHANGE = set("\"'“”„‘’‚‹›«»-‐–—―−.,;:!?…()[]/$&%§´")
LEAST = 0.9


def main() -> None:
    """Measure and print."""
    for package in find_in(PACKAGES, starter=True)[0]:
        lost = [sign for sign in sorted(signs(package)) if copied(package, sign) < LEAST]
        print(json.dumps({"package": package.name, "unlearned": "".join(lost)}, ensure_ascii=False))
        sys.stdout.flush()


def signs(package: LanguagePackage) -> set[str]:
    """The signs that the package's tokenizer encodes and decodes without loss."""
    tokenizer, known = load_tokenizer(package), target_vocabulary(package)
    found = {character for piece in known for character in piece} | set(map(chr, range(33, 127)))
    wanted = {sign for sign in found if category(sign)[0] in "PS" and sign != "▁"} - MAY_CHANGE
    return {sign for sign in wanted if tokenizer.decode(tokenizer.encode(sign)) == sign}


_engines: dict[str, Engine] = {}


def copied(package: LanguagePackage, sign: str) -> float:
    """The share of the sentences in which the sign comes back as often as it occurs."""
    engine = _engines.setdefault(package.name, Engine(replace(package, unlearned=""), linking=False))
    sentences = [line.strip().format(sign) for line in SENTENCES[package.source].splitlines()]
    answers = engine.translate(sentences, linking=False)
    pairs = zip(sentences, answers, strict=True)
    return sum(there.text.count(sign) == here.count(sign) for here, there in pairs) / len(sentences)


if __name__ == "__main__":
    main()
