"""Phrases of letters, and lines that mail programs write, which a table translates."""

import pytest

from reader.processing import set_phrase

NAME = "Kari Nordmann"


@pytest.mark.parametrize(
    ("norwegian", "english"),
    [
        ("Med vennlig hilsen", "Kind regards"),
        ("Mvh.", "Kind regards."),
        ("mvh", "kind regards"),
        ("MVH", "Kind regards"),
        ("MED VENNLIG HILSEN", "KIND REGARDS"),
        ("Beste hilsener,", "Best regards,"),
        (f"Hilsen {NAME}", f"Regards, {NAME}"),
        (f"Mvh. {NAME}", f"Kind regards, {NAME}"),
        ("Hei Kari!", "Hi Kari!"),
        ("Sendt fra min iPhone", "Sent from my iPhone"),
        ("Sendt fra E-post for Windows", "Sent from Mail for Windows"),
        ("Få Outlook for iOS", "Get Outlook for iOS"),
        ("---------- Videresendt melding ---------", "---------- Forwarded message ---------"),
        ("Start på videresendt melding:", "Begin forwarded message:"),
        (f"Den tir. 3. nov. 2026 kl. 09:12 skrev {NAME}:", f"On Tuesday 3 November 2026 at 09:12, {NAME} wrote:"),
        (f"3. nov. 2026 kl. 09:12 skrev {NAME}:", f"On 3 November 2026 at 09:12, {NAME} wrote:"),
        ("Sendt: 2. november 2026", "Sent: 2 November 2026"),
        ("Best regards,", "Best regards,"),
        ("Sent from my iPhone", "Sent from my iPhone"),
        ("Hei du", None),
        ("Hilsen fra rektor", None),
        ("Den gang skrev Per:", None),
        ("Dato: i går", None),
        ("Sendt: 12 pakker", None),
        ("Sendt: 3. nov. 2026 kl. 09:12", "Sent: 3 November 2026 at 09:12"),
        ("Dato: 2026-11-03", "Date: 2026-11-03"),
        ("Hei Verden!", None),
        ("HEI KARI", None),
    ],
)
def test_into_english(norwegian: str, english: str | None) -> None:
    found = set_phrase(norwegian, "nb", "en")
    assert (found.text if found else None) == english


@pytest.mark.parametrize(
    ("english", "norwegian"),
    [
        ("Best regards,", "Med vennlig hilsen"),
        (f"Regards, {NAME}", f"Hilsen {NAME}"),
        ("Best,", "Beste hilsener"),
        ("Best", None),
        ("Med vennlig hilsen,", "Med vennlig hilsen,"),
        ("Hi Kari,", "Hei Kari,"),
        ("Hello World", None),
        ("Sent from my iPhone", "Sendt fra min iPhone"),
        ("Sent from Mail for Windows", "Sendt fra E-post for Windows"),
        ("Get Outlook for iOS", "Hent Outlook for iOS"),
        ("-----Original Message-----", "-----Opprinnelig melding-----"),
        (f"On Tue, Nov 3, 2026 at 9:12 AM {NAME} wrote:", f"Tirsdag 3. november 2026 kl. 9.12 skrev {NAME}:"),
        (f"On 3 Nov 2026 at 09:12, {NAME} wrote:", f"Den 3. november 2026 kl. 9.12 skrev {NAME}:"),
        ("On that day Kari wrote:", None),
        ("Sent: Monday, November 2, 2026 8:00 AM", "Sendt: mandag 2. november 2026 kl. 8.00"),
        ("Sent: Monday", None),
        ("Date: 3 or 4 days", None),
        ("Hi Mom", None),
        ("Hi There,", None),
    ],
)
def test_into_norwegian(english: str, norwegian: str | None) -> None:
    found = set_phrase(english, "en", "nb")
    assert (found.text if found else None) == norwegian


def test_what_belongs_together_is_linked() -> None:
    for sentence, pairs in (
        (f"-- Mvh {NAME} --", [("Mvh", "Kind regards"), (NAME, NAME)]),
        (f"Den 3. november 2026 kl. 09:12 skrev {NAME}:", [("3. november 2026 kl. 09:12", "3 November 2026 at 09:12")]),
    ):
        found = set_phrase(sentence, "no", "en")
        assert found is not None
        assert [(sentence[a:b], found.text[c:d]) for a, b, c, d, _ in found.links][: len(pairs)] == pairs


def test_no_other_languages_are_known() -> None:
    for phrase, source, target in (
        *(("Hilsen", "nb", "de"), ("Hilsen", "de", "nb"), ("Hilsen", "nb", ""), ("Hilsen", "", "en")),
        *(("Hi", "en", "nn"), ("Hi", "en", "en")),
    ):
        assert set_phrase(phrase, source, target) is None
