"""What the terminal says after a batch, and when it ends before its time."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console
from rich.progress import Progress

from autograder.batch import class_grading
from autograder.batch.sample_class import make_class
from autograder.catalogue import find_assignment
from autograder.cli import main
from autograder.handins.submission import UnusablePath
from autograder.model import CheckResult, Outcome, Report, Status
from autograder.notes import (
    COPIED,
    FOUND_ONLY,
    LATE,
    LEFT_OUT,
    NO_LOCKDOWN,
    NOT_GRADED,
    TAKEN_AS,
    VERSIONS,
)
from autograder.results.attention import reasons, why_a_person
from autograder.results.summary import SHOWN, ClassSummary


def report(student: str = "ann", **fields: object) -> Report:
    return Report(
        student, "weight_init", **({"status": Status.GRADED, "seed": 1, "grader": "0"} | fields)
    )


def check(outcome: Outcome, diagnosis: str | None = None) -> CheckResult:
    return CheckResult("b.f.x", "backprop", "sigmoid", 5.0, 0.0, outcome, diagnosis=diagnosis)


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (report(), ""),
        (report(checks=(check(Outcome.BROKEN),)), "b.f.x is broken"),
        (report(checks=(check(Outcome.BROKEN),) * 3), "b.f.x is broken, and 2 more"),
        (
            report(checks=(check(Outcome.FAILED, "process-died"),)),
            "its process died or was killed in",
        ),
        (report(checks=(check(Outcome.FAILED, "hangs"),)), "a time limit was hit in sigmoid"),
        (report(notes=(TAKEN_AS(file="b-1.py", name="b.py"), NO_LOCKDOWN())), ""),
        (
            report(status=Status.ERROR, notes=(LATE(file="a"), NOT_GRADED(why="it broke"))),
            "not graded",
        ),
        (report(status=Status.ERROR), "not graded"),
        (
            report(status=Status.EMPTY, notes=(FOUND_ONLY(files="a.txt"),)),
            "empty: found only a.txt",
        ),
        (report(status=Status.UNREADABLE), "unreadable"),
        (report(notes=(LEFT_OUT(file="b.py", why="it is odd"),)), "b.py was left out: it is odd"),
        (report(notes=(VERSIONS(counts="c", others="d"),)), "several versions"),
    ],
)
def test_why_a_person_should_look(made: Report, why: str) -> None:
    assert why_a_person(made).startswith(why)
    assert bool(why_a_person(made)) == bool(reasons(made)) == bool(why)


def test_no_reason_hides_behind_the_first() -> None:
    made = report(notes=(LEFT_OUT(file="b.py", why="it is odd"), COPIED(modules="network.py")))
    assert why_a_person(made) == "b.py was left out: it is odd; also: code of the grader's own"


def test_no_reason_is_told_twice() -> None:
    out = LEFT_OUT(file="b.zip", why="it is no archive")
    made = report(status=Status.UNREADABLE, notes=(FOUND_ONLY(files="a.txt"), out))
    assert why_a_person(made) == "unreadable: b.zip was left out: it is no archive"


def test_a_long_list_is_cut_and_long_lines_are_not() -> None:
    console = Console(record=True, width=60)
    note = LEFT_OUT(file="x.py", why="y" * 100)
    many = [report(f"s{number:02d}\n", notes=(note,)) for number in range(SHOWN + 2)]
    ClassSummary.of(many).show(console)
    text = console.export_text()
    assert f"{SHOWN + 2} submissions: {SHOWN + 2} graded" in text
    assert f"  s00\\n: {note.text}\n" in text
    assert "and 2 more, see `notes` in the records" in text


def test_nobody_is_a_summary_too() -> None:
    console = Console(record=True)
    ClassSummary.of([]).show(console)
    assert console.export_text() == "0 submissions: \nnothing needs a look by hand\n"


def test_the_rate_is_shown_once_it_is_known() -> None:
    bar = Progress()
    bar.add_task("", total=10)
    (line,) = bar.tasks
    assert class_grading.Rate().render(line).plain == ""
    line.finished_speed = 12.6
    assert class_grading.Rate().render(line).plain == "13/s"


def test_an_interrupt_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(class_grading.handins, "find", interrupted)
    done = CliRunner().invoke(main, ["grade", str(tmp_path), "--out", str(tmp_path / "out")])
    assert done.exit_code == 130
    assert done.output == "interrupted; the same command goes on from here\n"


def test_a_sample_class_needs_solutions_and_a_place(tmp_path: Path) -> None:
    with pytest.raises(UnusablePath, match="holds no solutions"):
        make_class(tmp_path / "class", tmp_path, find_assignment("weight_init"))
    (tmp_path / "backprop.py").write_text("x = 1\n")
    with pytest.raises(UnusablePath, match="cannot be written: "):
        make_class(tmp_path / "backprop.py", tmp_path, find_assignment("weight_init"))
