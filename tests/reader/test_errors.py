import errno
import json
import pickle

import pytest
from hypothesis import given, strategies as st

from reader.errors import DocumentError, Message, NoPackageError, OutputError, TospaltError, plural, reason, sentence


def test_an_error_is_one_sentence_and_remembers_its_template_and_values() -> None:
    error = OutputError("“{path}” cannot be written: {reason}.", path="a.pdf", reason=Message("the disk is full"))
    assert str(error) == "“a.pdf” cannot be written: the disk is full."
    assert error.message.template == "“{path}” cannot be written: {reason}."
    assert error.message.values == {"path": "a.pdf", "reason": "the disk is full"}


def test_a_value_may_have_the_name_of_an_argument() -> None:
    error = NoPackageError("sv", "en", "From {source} to {target}: {template}.", source="A", target="B", template="C")
    assert (str(error), error.source, error.target) == ("From A to B: C.", "sv", "en")


@given(st.text())
def test_without_values_a_brace_is_a_brace(text: str) -> None:
    assert str(DocumentError(text)) == Message(text) == text


@given(st.text())
def test_a_value_is_never_taken_for_a_template(text: str) -> None:
    assert Message("“{path}” is empty.", path=text) == f"“{text}” is empty."


def test_a_message_is_text_to_everything_else() -> None:
    message = Message("{count} words", count=3)
    assert json.dumps(message) == '"3 words"'
    copy = pickle.loads(pickle.dumps(message))
    assert (copy, copy.template, copy.values) == (message, message.template, message.values)


@pytest.mark.parametrize("count", [0, 1, 2, 21, 1000])
def test_what_is_counted_has_one_template_for_one_and_another_for_any_other_number(count: int) -> None:
    message = plural(count, "One page of “{name}”.", "{count} pages of “{name}”.", name="{a}")
    assert message == ("One page of “{a}”." if count == 1 else f"{count} pages of “{{a}}”.")
    assert message.template == ("One page of “{name}”." if count == 1 else "{count} pages of “{name}”.")


def test_a_clause_has_no_full_stop() -> None:
    clause = Message("The {part} is missing.", part="model").clause()
    assert (clause, clause.template, clause.values) == (
        "The model is missing",
        "The {part} is missing",
        {"part": "model"},
    )


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.EACCES, "Ikke tilgang"), "permission denied"),
        (OSError(errno.ENOSPC, "x"), "the disk is full"),
        (IsADirectoryError(errno.EISDIR, "x"), "it is a folder"),
        (OSError(9999, "Something Rare"), "something Rare"),
        (OSError(), "oSError"),
    ],
    ids=["access", "full", "folder", "rare", "bare"],
)
def test_the_systems_reason_is_part_of_a_sentence(error: OSError, words: str) -> None:
    assert reason(error) == words


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (TospaltError("Nei."), "Nei."),
        (MemoryError(), "There is not enough memory for this."),
        (PermissionError(errno.EACCES, "x", "/a"), "/a: permission denied."),
        (ValueError("hemmelig tekst"), "Something unexpected went wrong in Tospalt (ValueError)."),
        (OSError("hemmelig tekst"), "Something unexpected went wrong in Tospalt (OSError)."),
    ],
    ids=["ours", "memory", "system", "foreign", "no file"],
)
def test_every_error_has_a_sentence_that_holds_no_text_of_the_user(error: Exception, words: str) -> None:
    assert sentence(error) == words
