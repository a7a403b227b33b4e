"""What readers leave out on purpose, as no reader of the file would see it, in sentences."""

from collections import Counter

from reader.errors import Message, plural, template

# What has been left out, or read otherwise than as it was meant: one, and any other number.
_SENTENCES = {
    "values": (
        template("One further value at the beginning of the file was left out."),
        template("{count} further values at the beginning of the file were left out."),
    ),
    "comments": (template("One comment was left out."), template("{count} comments were left out.")),
    "scripts": (
        template("One script, style or template was left out."),
        template("{count} scripts, styles and templates were left out."),
    ),
    "attributes": (
        template("One set of attributes in braces was left out."),
        template("{count} sets of attributes in braces were left out."),
    ),
    "commands": (
        template("One command for the program that makes the web page was left out."),
        template("{count} commands for the program that makes the web page were left out."),
    ),
    "layout": (
        template("One page break or place for a list of contents was left out."),
        template("{count} page breaks and places for lists of contents were left out."),
    ),
    "hidden": (
        template("One part that the page hides was left out."),
        template("{count} parts that the page hides were left out."),
    ),
    "code": (
        template("One import or export of program code was left out."),
        template("{count} imports and exports of program code were left out."),
    ),
    "tables": (
        template("One table was too large for a grid and is shown as paragraphs."),
        template("{count} tables were too large for a grid and are shown as paragraphs."),
    ),
    "deleted": (
        template("One deletion that is not accepted yet was left out."),
        template("{count} deletions that are not accepted yet were left out."),
    ),
    "images": (template("One image was left out."), template("{count} images were left out.")),
    "objects": (
        template("One embedded object was left out."),
        template("{count} embedded objects were left out."),
    ),
    "signatures": (
        template("The signature of the e-mail was left out. It is not checked."),
        template("The signatures of the e-mail were left out. They are not checked."),
    ),
    "encrypted": (
        template("One encrypted part of the e-mail was left out."),
        template("{count} encrypted parts of the e-mail were left out."),
    ),
    "macros": (
        template("The program in the document was left out. It is never run."),
        template("The programs in the document were left out. They are never run."),
    ),
}


def left_out_sentences(counts: Counter[str]) -> tuple[Message, ...]:
    """What to say of what has been left out: `counts` has how many things of each kind."""
    return tuple(plural(counts[what], one, many) for what, (one, many) in _SENTENCES.items() if counts[what])
