"""What helps while one writes in the edit bar, as far as the settings want it."""

from ui.editing.edit_bar import EditBar
from ui.editing.spell_marks import SpellMarks
from ui.editing.spelling import Spelling
from ui.editing.typing_aid import TypingAid
from ui.session.preferences import Preferences


def add_writing_aids(bar: EditBar, preferences: Preferences, spelling: Spelling) -> None:
    """Give the field of `bar` typographic marks while typing, and marks under misspelled words."""
    typing, spell = TypingAid(bar.field), SpellMarks(bar.field, spelling)
    bar.begun.connect(typing.attend)
    bar.begun.connect(spell.attend)
    preferences.bind("typographic_marks", typing.turn, bar)
    preferences.bind("check_spelling", spell.turn, bar)
