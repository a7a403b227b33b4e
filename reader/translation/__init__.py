"""Translating whole documents."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.translation.comparing import (
        ComparedSentence as ComparedSentence,
        ComparedTranslation as ComparedTranslation,
        Comparison as Comparison,
        compare as compare,
        package_called as package_called,
        packages_called as packages_called,
        title_of as title_of,
    )
    from reader.translation.forgetting import (
        ForgettingPlan as ForgettingPlan,
        both_directions as both_directions,
        forget_document as forget_document,
        forget_everything as forget_everything,
        in_forgotten_folder as in_forgotten_folder,
        plan_forgetting as plan_forgetting,
        plan_forgetting_together as plan_forgetting_together,
        with_drafts as with_drafts,
    )
    from reader.translation.forward import recall as recall, translate as translate
    from reader.translation.given import given_sentences as given_sentences, with_given as with_given
    from reader.translation.guide import guide_file as guide_file
    from reader.translation.languages import (
        foreign_to as foreign_to,
        languages_of as languages_of,
        leaving as leaving,
        read_as as read_as,
        read_as_other as read_as_other,
    )
    from reader.translation.pipeline import Pipeline as Pipeline, complete as complete
    from reader.translation.reference_words import awaits_words as awaits_words
    from reader.translation.stages import (
        Advance as Advance,
        PackageSubstituted as PackageSubstituted,
        Stage as Stage,
        StageStarted as StageStarted,
    )
    from reader.translation.wholes import JudgedAs as JudgedAs, judged_as as judged_as
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "comparing": (
                *("ComparedSentence", "ComparedTranslation", "Comparison", "compare"),
                *("package_called", "packages_called", "title_of"),
            ),
            "forgetting": (
                "ForgettingPlan",
                "both_directions",
                "forget_document",
                "forget_everything",
                "in_forgotten_folder",
                "plan_forgetting",
                "plan_forgetting_together",
                "with_drafts",
            ),
            "forward": ("recall", "translate"),
            "given": ("given_sentences", "with_given"),
            "guide": ("guide_file",),
            "languages": ("foreign_to", "languages_of", "leaving", "read_as", "read_as_other"),
            "pipeline": ("Pipeline", "complete"),
            "reference_words": ("awaits_words",),
            "stages": ("Advance", "PackageSubstituted", "Stage", "StageStarted"),
            "wholes": ("JudgedAs", "judged_as"),
        },
        at_call=(
            "awaits_words",
            *("both_directions", "forget_document", "forget_everything", "in_forgotten_folder", "plan_forgetting"),
            *("plan_forgetting_together", "with_drafts"),
            *("complete", "given_sentences", "guide_file", "guide_sentences", "recall", "translate", "with_given"),
        ),
    )
