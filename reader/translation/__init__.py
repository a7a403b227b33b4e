"""Translating whole documents."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.translation.back_translation import (
        BackTranslated as BackTranslated,
        add_back_translations as add_back_translations,
        back_translations as back_translations,
    )
    from reader.translation.forgetting import (
        ForgettingPlan as ForgettingPlan,
        both_directions as both_directions,
        forget_document as forget_document,
        forget_everything as forget_everything,
        in_forgotten_folder as in_forgotten_folder,
        plan_forgetting as plan_forgetting,
    )
    from reader.translation.forward import Translated as Translated, recall as recall, translate as translate
    from reader.translation.pipeline import Advance as Advance, Stage as Stage, complete as complete
    from reader.translation.relink import refine as refine, unlinked as unlinked
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "back_translation": ("BackTranslated", "add_back_translations", "back_translations"),
            "forgetting": (
                "ForgettingPlan",
                "both_directions",
                "forget_document",
                "forget_everything",
                "in_forgotten_folder",
                "plan_forgetting",
            ),
            "forward": ("Translated", "recall", "translate"),
            "pipeline": ("Advance", "Stage", "complete"),
            "relink": ("refine", "unlinked"),
        },
    )
