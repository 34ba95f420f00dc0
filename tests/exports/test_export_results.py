"""Reading results.jsonl, also one that a killed grader left."""

import json

import pytest

from autograder.model import Note
from autograder.results.files import UnusableFolder
from autograder.results.reading import ExportError, read_results
from autograder.showing import some
from tests.exports.conftest import made


def test_reports_come_back_sorted_and_equal(save, report):
    ann, bob = report("ann"), report("bob")
    results = read_results(save([bob, ann]))
    assert results.reports == (ann, bob)
    assert results.assignment == "homework"
    assert results.notes == ()


@pytest.mark.parametrize(
    "tail", ['{"schema": 1, "stu', '{"schema"', "\x00\x00\x00", '"', "{" * 9999]
)
def test_a_torn_last_line_is_left_out_with_a_note(save, report, tail):
    results = read_results(save([report("ann")], tail))
    assert [r.student for r in results.reports] == ["ann"]
    (note,) = results.notes
    assert note.startswith("the last line of results.jsonl is torn")


def test_a_whole_last_line_without_a_line_feed_counts(save, report):
    results = read_results(save([report("ann")], json.dumps(report("bob").to_dict())))
    assert [r.student for r in results.reports] == ["ann", "bob"]
    assert results.notes == ()


def test_a_torn_line_in_the_middle_is_named(save, report):
    later = json.dumps(report("bob").to_dict())
    results = read_results(save([report("ann")], '{"torn\n' + later + "\n"))
    assert [r.student for r in results.reports] == ["ann", "bob"]
    assert results.notes[0].startswith("line 2 of results.jsonl is no record")


def test_the_last_record_of_a_student_counts(save, report):
    results = read_results(save([report("ann", seed=1), report("bob"), report("ann", seed=2)]))
    assert [(r.student, r.seed) for r in results.reports] == [("ann", 2), ("bob", 7)]
    assert results.notes == ("ann has several records: the last one counts",)


def test_separators_of_unicode_do_not_end_a_line(tmp_path, report):
    record = report("ann", notes=(Note("other", "a\u2028b\x85c"),)).to_dict()
    line = json.dumps(record, ensure_ascii=False) + "\n"
    (tmp_path / "results.jsonl").write_text(line, encoding="utf-8", newline="")
    assert read_results(tmp_path).reports[0].notes == (Note("other", "a\u2028b\x85c"),)


def test_a_folder_without_results_is_refused(tmp_path):
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(UnusableFolder, match=r"holds no results\.jsonl; give the folder"):
            read_results(folder)


@pytest.mark.parametrize("tail", ["", "\n\n", '{"torn'])
def test_a_file_without_records_is_refused(save, tail):
    with pytest.raises(ExportError, match="holds no results yet"):
        read_results(save([], tail))


def test_results_of_two_assignments_are_refused(save, report):
    with pytest.raises(ExportError, match=r"mixes assignments \(homework, other\)"):
        read_results(save([report("ann"), report("bob", assignment="other")]))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (json.dumps(made("x").to_dict() | {"schema": 2}), "schema 2"),
        ("[]", "not an object"),
        ('"text"', "not an object"),
        (json.dumps(made(3).to_dict()), "not text"),
        ('{"schema": 1, "student": "x", "assignment": "x"}', "incomplete"),
    ],
)
def test_a_line_that_is_no_record_costs_only_itself(save, report, line, why):
    later = json.dumps(report("bob").to_dict())
    results = read_results(save([report("ann")], f"{line}\n{later}\n"))
    assert [r.student for r in results.reports] == ["ann", "bob"]
    (note,) = results.notes
    assert note.startswith("line 2 of results.jsonl is no record and left out")
    assert why in note


def test_a_number_that_is_none_never_becomes_a_grade(save, report):
    line = json.dumps(report("bob").to_dict()).replace("62.5", "NaN")
    results = read_results(save([report("ann")], line + "\n"))
    assert [r.student for r in results.reports] == ["ann"]


def test_some_names_are_shown():
    assert some(["a", "b"]) == "a, b"
    assert some(map(str, range(9))) == "0, 1, 2, 3, 4 and 4 more"
    assert "\x1b" not in some(["\x1b[2J"])
