"""How good a machine translation probably is, sentence by sentence, without another to compare it with."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.quality.alternatives import (
        Alternative as Alternative,
        Asked as Asked,
        completions as completions,
        keeping as keeping,
        variants as variants,
        with_levels as with_levels,
        words_at as words_at,
    )
    from reader.quality.assessing import (
        Assessment as Assessment,
        Assessor as Assessor,
        Level as Level,
        assessor_for as assessor_for,
        known_assessor as known_assessor,
    )
    from reader.quality.assessments import (
        Assessments as Assessments,
        Measured as Measured,
        NotJudged as NotJudged,
        RowAssessed as RowAssessed,
        ToJudge as ToJudge,
        texts_of as texts_of,
    )
    from reader.quality.own_pairs import has_pairs as has_pairs
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "alternatives": ("Alternative", "Asked", "completions", "keeping", "variants", "with_levels", "words_at"),
            "assessing": ("Assessment", "Assessor", "Level", "assessor_for", "known_assessor"),
            "assessments": ("Assessments", "Measured", "NotJudged", "RowAssessed", "ToJudge", "texts_of"),
            "own_pairs": ("has_pairs",),
        },
    )
