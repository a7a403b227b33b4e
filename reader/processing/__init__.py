"""Pre-processing and post-processing around the model, and checks of translations."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.processing.casing import (
        without_capitals as without_capitals,
        without_initial_capital as without_initial_capital,
    )
    from reader.processing.checks import (
        findings as findings,
        rules_for as rules_for,
        warnings as warnings,
    )
    from reader.processing.checks.likeness import alike as alike, folded as folded
    from reader.processing.checks.repetition import looping as looping
    from reader.processing.checks.verbatim import lost_token as lost_token
    from reader.processing.figures_alone import written_figures as written_figures
    from reader.processing.finding import Finding as Finding
    from reader.processing.insertion import Without as Without
    from reader.processing.localising import localised as localised
    from reader.processing.numbers_around import number_errors as number_errors, number_tokens as number_tokens
    from reader.processing.placeholders import Placeholders as Placeholders
    from reader.processing.postprocess import finish as finish, joined_pieces as joined_pieces
    from reader.processing.preprocess import Plan as Plan, plan as plan
    from reader.processing.punctuation import lead as lead
    from reader.processing.reading_time import CUE_RULES as CUE_RULES, cue_findings as cue_findings
    from reader.processing.scales import changed_scale as changed_scale
    from reader.processing.set_phrases import set_phrase as set_phrase
    from reader.processing.sounds import unspoken as unspoken, unspoken_in as unspoken_in
    from reader.processing.splices import Splices as Splices
    from reader.processing.token import Token as Token
    from reader.processing.token_units import units as units
    from reader.processing.typing_aid import typed_edit as typed_edit
    from reader.processing.unknown_characters import unspellable as unspellable
    from reader.processing.what_stays import tokens as tokens
    from reader.processing.writing_out import written_out as written_out
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "casing": ("without_capitals", "without_initial_capital"),
            "checks": ("findings", "rules_for", "warnings"),
            "checks.likeness": ("alike", "folded"),
            "checks.repetition": ("looping",),
            "checks.verbatim": ("lost_token",),
            "figures_alone": ("written_figures",),
            "finding": ("Finding",),
            "insertion": ("Without",),
            "localising": ("localised",),
            "numbers_around": ("number_errors", "number_tokens"),
            "postprocess": ("finish", "joined_pieces"),
            "preprocess": ("Plan", "plan"),
            "placeholders": ("Placeholders",),
            "punctuation": ("lead",),
            "reading_time": ("CUE_RULES", "cue_findings"),
            "scales": ("changed_scale",),
            "set_phrases": ("set_phrase",),
            "sounds": ("unspoken", "unspoken_in"),
            "splices": ("Splices",),
            "token": ("Token",),
            "token_units": ("units",),
            "typing_aid": ("typed_edit",),
            "unknown_characters": ("unspellable",),
            "what_stays": ("tokens",),
            "writing_out": ("written_out",),
        },
        at_call=(
            *("findings", "rules_for", "set_phrase", "tokens", "typed_edit", "unspellable", "warnings"),
            *("written_figures", "written_out"),
        ),
    )
