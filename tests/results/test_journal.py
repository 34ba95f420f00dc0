"""The journal loses nothing, repeats nothing, and says what it cannot do."""

import json
import sys
from pathlib import Path

import pytest

from autograder.model import CheckResult, Outcome, Report, Status
from autograder.notes import NO_LOCKDOWN, TAKEN_AS
from autograder.results.files import UnusableFolder
from autograder.results.journal import Journal
from autograder.results.reading import Records
from autograder.results.scores import score_lines
from tests.batch.classes import ASSIGNMENT

RUN = {"seed": 1, "salt": ""}
FILES = {"backprop.py": "00"}
NOTE = TAKEN_AS(file="b.py", name="backprop.py")


def report(student: str, points: float = 3.0, status: Status = Status.GRADED) -> Report:
    check = CheckResult("backprop.sigmoid.x", "backprop", "sigmoid", 5.0, points, Outcome.FAILED)
    return Report(
        student, "weight_init", status, 1, "0", 0.1, FILES, (NOTE, NO_LOCKDOWN()), (check,)
    )


def names(folder: Path) -> list[str]:
    lines = (folder / "results.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["student"] for line in lines]


def test_what_was_added_is_there_again(tmp_path: Path) -> None:
    with Journal(tmp_path / "new" / "folder") as journal:
        journal.add(report("ann"))
    with Journal(tmp_path / "new" / "folder") as journal:
        assert list(journal.reports()) == [report("ann")]
        assert journal.holds("ann", FILES, (NOTE,))
        assert not journal.holds("ann", {"backprop.py": "01"}, (NOTE,))
        assert not journal.holds("ann", FILES, (NO_LOCKDOWN(),))
        assert not journal.holds("ben", FILES, ())


def test_an_error_is_tried_again(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        journal.add(report("ann", status=Status.ERROR))
        assert not journal.holds("ann", FILES, ())


def test_what_came_to_nothing_leaves_nothing(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        with pytest.raises(ValueError, match="no cluster"), Journal(folder) as journal:
            journal.settle(RUN)
            raise ValueError("no cluster")

    fail(tmp_path / "new" / "folder")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "notes.txt").write_text("mine")
    fail(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_an_error_with_the_file_closed_is_that_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no file"), Journal(tmp_path / "new") as journal:
        journal.path.unlink()
        journal.close()
        raise ValueError("no file")


def test_what_was_there_stays_when_a_run_comes_to_nothing(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        journal.settle(RUN)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(ValueError, match="no cluster"), Journal(tmp_path) as journal:
        raise ValueError("no cluster")
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("cut", [2, 20, 200])
def test_a_torn_line_is_taken_away(tmp_path: Path, cut: int) -> None:
    with Journal(tmp_path) as journal:
        journal.add(report("ann"))
        journal.add(report("ben"))
    path = tmp_path / "results.jsonl"
    path.write_bytes(path.read_bytes()[:-cut])
    with Journal(tmp_path) as journal:
        assert set(journal.known) == {"ann"}
        journal.add(report("ben"))
        journal.put_in_order()
    assert names(tmp_path) == ["ann", "ben"]


BAD = [b'{"schema": 1}\n', b"[]\n", b"\xff\xfe\n"]


def test_a_damaged_line_is_no_record_and_is_kept_aside(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        journal.add(report("ann"))
    with (tmp_path / "results.jsonl").open("ab") as file:
        file.writelines(BAD)
    for _ in range(2):  # a second run finds nothing to say
        with Journal(tmp_path) as journal:
            journal.add(report("ben"))
            journal.put_in_order()
    assert names(tmp_path) == ["ann", "ben"]
    assert journal.notes == []
    assert (tmp_path / "results.damaged.jsonl").read_bytes() == b"".join(BAD)


def test_a_damaged_line_is_told_with_its_number_by_the_grader_and_by_who_reads(
    tmp_path: Path,
) -> None:
    with Journal(tmp_path) as journal:
        journal.add(report("ann"))
    with (tmp_path / "results.jsonl").open("ab") as file:
        file.writelines([*BAD, b'{"torn'])
    before = list(Records(tmp_path).notes)
    with Journal(tmp_path) as journal:
        assert journal.notes == before
    assert [note.split(" of ")[0] for note in before] == [
        "line 2",
        "line 3",
        "line 4",
        "the last line",
    ]


def test_a_whole_last_line_gets_its_line_feed(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        journal.add(report("ann"))
    path = tmp_path / "results.jsonl"
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    with Journal(tmp_path) as journal:
        assert set(journal.known) == {"ann"}
        journal.add(report("ben"))
        assert [found.student for found in journal.reports()] == ["ann", "ben"]
        journal.put_in_order()
    assert names(tmp_path) == ["ann", "ben"]


def test_the_last_record_of_a_student_counts(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        for student, points in (("ben", 1.0), ("ann", 2.0), ("ben", 3.0)):
            journal.add(report(student, points))
        before = list(journal.reports())
        journal.put_in_order()
        assert list(journal.reports()) == before
        assert [found.score for found in before] == [2.0, 3.0]
    assert names(tmp_path) == ["ann", "ben"]
    assert list(Records(tmp_path)) == before


def test_records_of_other_settings_are_put_aside(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        assert journal.settle(RUN) == []
        journal.add(report("ann"))
    with Journal(tmp_path) as journal:
        assert journal.settle(RUN) == []
        assert set(journal.known) == {"ann"}
        assert journal.settle(RUN | {"seed": 2}) == ["seed"]
        assert not journal.known
    assert b'"ann"' in (tmp_path / "results.previous.jsonl").read_bytes()


def test_what_is_put_aside_a_second_time_replaces_nothing(tmp_path: Path) -> None:
    for seed, student in enumerate(["ann", "ben", "cem"]):
        with Journal(tmp_path) as journal:
            journal.settle({"seed": seed})
            journal.add(report(student))
    for name, student in (("previous", "ann"), ("previous-2", "ben")):
        assert f'"{student}"' in (tmp_path / f"results.{name}.jsonl").read_text()
    assert journal.aside == "results.previous-2.jsonl"


def test_records_without_settings_do_not_count(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        journal.add(report("ann"))
        journal.settle(RUN)
        assert not journal.known


def test_a_second_grader_is_kept_out(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    with Journal(tmp_path), pytest.raises(UnusableFolder, match="another autograder"):
        Journal(tmp_path)
    Journal(tmp_path).close()


def test_a_file_in_place_of_the_folder_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(
        UnusableFolder, match="out cannot be opened: File exists; give another --out"
    ):
        Journal(tmp_path / "out")


def test_names_of_any_kind_survive(tmp_path: Path) -> None:
    students = ["\x1b[2J", "=1+1", "caf\udce9", "a\nb", "名前", '"quoted", with comma']
    with Journal(tmp_path) as journal:
        for student in students:
            journal.add(report(student))
    with Journal(tmp_path) as journal:
        assert set(journal.known) == set(students)
        table = "".join(score_lines(journal.reports(), ASSIGNMENT))
    assert "\x1b" not in table
    assert "\n'=1+1," in table


def test_scores_have_a_column_for_every_function() -> None:
    heading, row = score_lines([report("ann")], ASSIGNMENT)
    cells = dict(zip(heading.strip().split(","), row.strip().split(","), strict=True))
    assert cells["student"] == "ann"
    assert cells["score"] == cells["backprop.sigmoid"] == "3"
    functions = {f"{check.exercise}.{check.function}" for check in ASSIGNMENT.checks}
    assert functions < set(cells)


def test_a_journal_that_cannot_be_read_lets_go_of_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(journal: Journal) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched, pytest.raises(UnusableFolder, match="Input/output"):
        patched.setattr(Journal, "_load", fail)
        Journal(tmp_path)
    Journal(tmp_path).close()


def test_a_rewrite_that_fails_leaves_the_records_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal(tmp_path) as journal:
        for student in ("ben", "ann"):
            journal.add(report(student))
        before = (tmp_path / "results.jsonl").read_bytes()

        def full(descriptor: int) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patched, pytest.raises(UnusableFolder, match="every record"):
            patched.setattr("autograder.results.files.os.fsync", full)
            journal.put_in_order()
        assert (tmp_path / "results.jsonl").read_bytes() == before
        assert list(tmp_path.glob(".*.new")) == []
        journal.put_in_order()
    assert names(tmp_path) == ["ann", "ben"]


@pytest.mark.parametrize("lacks", ["module", "locks"])
def test_a_system_without_locks_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lacks: str
) -> None:
    fcntl = pytest.importorskip("fcntl")

    def none(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    if lacks == "module":
        monkeypatch.setitem(sys.modules, "fcntl", None)
    else:
        monkeypatch.setattr(fcntl, "flock", none)
    with Journal(tmp_path) as journal:
        journal.add(report("ann"))
    assert names(tmp_path) == ["ann"]
