import pytest

from reader.text.callouts import callout_name


@pytest.mark.parametrize(
    ("label", "in_norwegian", "in_english"),
    [
        ("note", "Merk", "Note"),
        ("WARNING", "Advarsel", "Warning"),
        ("Tips", "Tips", "Tip"),
        ("å gjøre", "Å gjøre", "Todo"),
    ],
)
def test_a_callout_is_named_in_the_language_of_its_text(label: str, in_norwegian: str, in_english: str) -> None:
    assert callout_name(label, "nb") == in_norwegian
    assert callout_name(label, "en") == in_english


@pytest.mark.parametrize("language", ["nb", "en", "de"])
def test_a_title_of_its_own_stays_as_written(language: str) -> None:
    assert callout_name("hold Avstand", language) == "Hold Avstand"
    assert callout_name("", language) == ""


def test_a_language_without_names_gets_the_label_as_written() -> None:
    assert callout_name("tip", "de") == "Tip"
