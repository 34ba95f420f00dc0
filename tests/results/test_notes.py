"""Notes keep their kind: from whoever makes one, through a record, to the list for a person."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from autograder import notes
from autograder.model import SEE_NOTES, Note, Report, Status
from autograder.nbgrader.function_scores import notes_heading
from autograder.results.attention import reasons
from autograder.results.journal import Journal
from autograder.results.reading import RESULTS, Records
from tests.results.schema import faults


def example(kind: notes.Kind) -> Note:
    return kind(**{name: f"<{name}>" for name in kind.fields})


@pytest.mark.parametrize("kind", notes.KINDS.values(), ids=lambda kind: kind.id)
def test_every_kind_comes_back_from_its_record(kind: notes.Kind) -> None:
    report = Report("ann", "weight_init", Status.GRADED, 1, "0", notes=(example(kind),))
    record = json.loads(json.dumps(report.to_dict()))
    again = Report.from_dict(record)
    assert again == report
    assert record["notes"] == [report.notes[0].text]
    assert reasons(again) == ((kind.look,) if kind.look else ())


def test_several_names_stay_apart(tmp_path: Path) -> None:
    note = notes.NOT_BOUND(functions=["f, g", "h\n"], exercise="e", file="e.py")
    assert note.text.startswith("f, g, h\\n of e: ")
    report = Report("ann", "weight_init", Status.GRADED, 1, "0", notes=(note,))
    with Journal(tmp_path) as journal:
        journal.add(report)
    (again,) = Records(tmp_path)
    assert again.notes[0].fields["functions"] == ("f, g", "h\\n")
    assert faults(json.loads((tmp_path / RESULTS).read_text(encoding="utf-8"))) == []


def test_reasons_stand_in_the_record(tmp_path: Path) -> None:
    # Words that other kinds use do not matter: nobody reads the kind from the words.
    forged = notes.OTHER(text="was taken as")
    late = notes.LATE(file="b is broken: x.py")
    report = Report("ann", "weight_init", Status.GRADED, 1, "0", notes=(late, forged))
    with Journal(tmp_path) as journal:
        journal.add(report)
    record = json.loads((tmp_path / RESULTS).read_text(encoding="utf-8"))
    assert faults(record) == []
    assert record["attention"] == ["handed in late", SEE_NOTES]
    assert list(Records(tmp_path)) == [report]


def test_notes_of_a_record_without_kinds_are_for_a_person() -> None:
    record = Report("ann", "weight_init", Status.GRADED, 1, "0").to_dict()
    del record["noted"]
    again = Report.from_dict(record | {"notes": ["graded without lock-down"]})
    assert reasons(again) == (SEE_NOTES,)


@pytest.mark.parametrize(
    "noted", [[], [{"kind": "late", "colour": "red"}], 3, [3], [{"kind": "late", "fields": 3}]]
)
def test_kinds_that_do_not_fit_the_notes_are_refused(noted: object) -> None:
    record = Report("ann", "weight_init", Status.GRADED, 1, "0", notes=(notes.NO_FILE(),)).to_dict()
    with pytest.raises(ValueError, match="incomplete record"):
        Report.from_dict(record | {"noted": noted})


def test_a_note_has_exactly_the_fields_of_its_sentence() -> None:
    with pytest.raises(TypeError, match="late: fields"):
        notes.LATE()
    with pytest.raises(TypeError, match="late: fields"):
        notes.LATE(file="a", why="b")
    with pytest.raises(ValueError, match="already"):
        notes.Kind("late", "again")


def test_what_a_student_writes_into_a_note_is_shown_and_does_nothing() -> None:
    note = notes.LATE(file="\x1b[31m\u202e{why}\n")
    assert note.text == "handed in late, by its name: \\x1b[31m\\u202e{why}\\n"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"status": "fine"}, "$.status"),
        ({"score": "82"}, "$.score"),
        ({"attention": ["a", "a"]}, "$.attention"),
        ({"colour": "red"}, "$: Additional"),
        ({"files": {"backprop.py": "00"}}, "$.files"),
    ],
)
def test_the_schema_refuses_what_is_no_record(change: dict[str, object], fault: str) -> None:
    record = Report("ann", "weight_init", Status.GRADED, 1, "0").to_dict() | {"attention": []}
    assert faults(record) == []
    (found,) = faults(record | change)
    assert found.startswith(fault)


def test_what_is_inside_the_grader_stays_there() -> None:
    inside = notes.COPIED(modules="a.py")
    report = Report("ann", "weight_init", Status.GRADED, 1, "0", notes=(inside,))
    assert notes_heading(report) == ""
    late = notes.LATE(file="b.py")
    assert "b.py" in notes_heading(replace(report, notes=(inside, late)))
    assert "a.py" not in notes_heading(replace(report, notes=(inside, late)))
