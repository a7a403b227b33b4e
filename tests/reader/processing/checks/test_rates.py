"""How often the rules are wrong about our own human translations, and how many seeded faults they find."""

import pytest

from tests.faults import FAULTS, alarms, own_pairs, recall

BOTH = [("nb", "en"), ("en", "nb")]
# What is held is a little less than what was reached.
LEAST = {
    "number dropped": 0.95,
    "number changed": 0.97,
    "negation dropped": 0.88,
    "name changed": 0.92,
    "half dropped": 0.95,
}


def _pairs(languages: tuple[str, str]) -> list[tuple[str, str]]:
    pairs = own_pairs()
    return pairs if languages == ("nb", "en") else [(en, nb) for nb, en in pairs]


@pytest.mark.parametrize("languages", BOTH)
def test_each_rule_is_quiet_about_human_translations(languages: tuple[str, str]) -> None:
    pairs = _pairs(languages)
    found = alarms(pairs, languages)
    assert found.pop("") < 0.05 * len(pairs)
    assert all(count < 0.02 * len(pairs) for count in found.values())


@pytest.mark.parametrize("languages", BOTH)
@pytest.mark.parametrize("fault", FAULTS)
def test_faults_in_human_translations_are_told(fault: str, languages: tuple[str, str]) -> None:
    told, _, count = recall(_pairs(languages), languages, fault)
    assert count > 80
    assert told >= LEAST[fault] * count
