"""Loaded language packages: translation and word alignment of sentences."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.engine.calibration import Probe as Probe, forget_choice as forget_choice, probes_for as probes_for
    from reader.engine.engine import Engine as Engine
    from reader.engine.engine_pool import Engines as Engines, opposite as opposite
    from reader.engine.nmt_model import AGAINST_LOOPS as AGAINST_LOOPS, Model as Model
    from reader.engine.pivot import Linking as Linking
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "calibration": ("Probe", "forget_choice", "probes_for"),
            "engine": ("Engine",),
            "engine_pool": ("Engines", "opposite"),
            "nmt_model": ("AGAINST_LOOPS", "Model"),
            "pivot": ("Linking",),
        },
    )
