"""Results are cached, but not for long texts."""

from reader.short_cache import cached_if_short


def test_answers_about_short_texts_are_remembered_and_those_about_long_ones_are_not() -> None:
    asked: list[tuple[str, str]] = []

    @cached_if_short(8)
    def together(one: str, other: str) -> int:
        asked.append((one, other))
        return len(one) + len(other)

    short, long = ("a" * 10, "b" * 10), ("a" * 3000, "b" * 3000)
    for _ in range(3):
        assert together(*short) == 20
    assert asked == [short]
    for _ in range(3):
        assert together(*long) == 6000
    assert asked == [short, long, long, long]
