"""Loaded language packages: translation and word alignment of sentences."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.engine.beginnings import Beginning as Beginning
    from reader.engine.engine import Engine as Engine
    from reader.engine.engine_pool import Engines as Engines, opposite as opposite
    from reader.engine.pivot import LinkingTranslator as LinkingTranslator
    from reader.engine.scoring import TokenScores as TokenScores
    from reader.engine.trial import try_out as try_out
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "beginnings": ("Beginning",),
            "engine": ("Engine",),
            "engine_pool": ("Engines", "opposite"),
            "pivot": ("LinkingTranslator",),
            "scoring": ("TokenScores",),
            "trial": ("try_out",),
        },
        at_call=("try_out",),
    )
