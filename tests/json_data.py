"""JSON for property tests: arbitrary data, and valid files with something wrong in them."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

# JSON that has crashed programs, as written in a file.
NASTY = (
    "[" * 100_000 + "]" * 100_000,
    '{"a":' * 900 + "1" + "}" * 900,
    "1e999",
    "-1e999",
    "NaN",
    "-1",
    "0.5",
    "9" * 20,
    "9" * 400,
    "9" * 5000,
    "true",
    "null",
    "[]",
    "{}",
    "[1]",
    '{"a": 1, "a": {}}',
    '""',
    r'"\ud800"',
    r'"\u0000"',
    r'"/a\u0000b"',
    r'"a\nb: c"',
    '"../../å"',
    f'"{"9" * 5000}"',
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)
_MARK = "\0mark\0"


def variants(sound: bytes) -> list[tuple[str, str]]:
    """For each value and each name in a valid file, the JSON before and after it."""
    return [tuple(text.split(json.dumps(_MARK), 1)) for text in _marked(json.loads(sound))]  # type: ignore[misc]


def _marked(value: Any) -> Iterator[str]:
    """The value as JSON, with the mark in each place in turn."""
    yield json.dumps(_MARK)
    if isinstance(value, dict):
        for name, inner in value.items():
            rest = {key: each for key, each in value.items() if key != name}
            yield from (
                json.dumps(rest)[:-1] + ", " * bool(rest) + f"{json.dumps(name)}: {text}}}" for text in _marked(inner)
            )
            yield json.dumps(rest | {_MARK: inner})
    if isinstance(value, list):
        for i, inner in enumerate(value):
            before = "".join(json.dumps(each) + ", " for each in value[:i])
            behind = "".join(", " + json.dumps(each) for each in value[i + 1 :])
            yield from (f"[{before}{text}{behind}]" for text in _marked(inner))


@st.composite
def damaged(draw: st.DrawFn, sound: bytes) -> bytes:
    """What a file may hold instead of `sound`: that with a value, a name or bytes changed, or cut; or anything."""
    match draw(st.sampled_from(["bytes", "json", "changed", "cut", *["value"] * 4])):
        case "bytes":
            return draw(st.binary(max_size=200))
        case "json":
            return json.dumps(draw(VALUES)).encode()
        case "changed":
            at, new = draw(st.integers(0, len(sound))), draw(st.binary(max_size=3))
            return sound[:at] + new + sound[at + len(new) :]
        case "cut":
            return sound[: draw(st.integers(0, len(sound)))]
    before, behind = draw(st.sampled_from(variants(sound)))
    return (before + json.dumps(draw(VALUES)) + behind).encode()
