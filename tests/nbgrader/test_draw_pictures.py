"""Pictures for graded notebooks come out of the process that graded; they are drawn once."""

from contextlib import closing
from pathlib import Path

import pytest

from autograder.batch.worker import Settings, Task
from autograder.handins.submission import Submission, from_files
from autograder.nbgrader.draw_pictures import DrawingGrader, UndrawnTask
from autograder.nbgrader.stored_pictures import stored
from autograder.student.host.process import StudentProcess
from autograder.student.limits import CLASS_LIMITS
from tests.corpora import EXERCISES, as_scripts, right_texts

SETTINGS = Settings("weight_init", 0, b"", CLASS_LIMITS, unsafe=True)


def someone() -> Submission:
    return from_files("ann", as_scripts(right_texts()), EXERCISES)


def test_one_process_grades_and_draws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    launched: list[StudentProcess] = []
    with closing(DrawingGrader(SETTINGS, tmp_path)) as artist:
        launch = artist.launcher.launch

        def counted() -> StudentProcess:
            launched.append(launch())
            return launched[-1]

        monkeypatch.setattr(artist.launcher, "launch", counted)
        report = artist.grade(Task(someone()))
        assert len(launched) == 1
        assert report.score == 100
        drawn = stored(tmp_path, report)
        assert drawn is not None
        assert sum(bool(one.svg) for one in drawn) == 5
        # Of a record from before only the pictures are made, without grading.
        for path in tmp_path.rglob("*.json"):
            path.unlink()
        assert artist.grade(UndrawnTask(someone(), report=report)) is report
        assert len(launched) == 2
        assert stored(tmp_path, report) == drawn


def test_who_handed_in_nothing_has_no_pictures_and_is_not_asked_again(tmp_path: Path) -> None:
    with closing(DrawingGrader(SETTINGS, tmp_path)) as artist:
        report = artist.grade(Task(from_files("bob", {}, EXERCISES)))
    assert stored(tmp_path, report) == []


def test_pictures_that_fail_cost_the_report_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*anything: object) -> None:
        raise RuntimeError("our mistake")

    monkeypatch.setattr("autograder.nbgrader.draw_pictures.charts_while", fail)
    with closing(DrawingGrader(SETTINGS, tmp_path)) as artist:
        report = artist.grade(Task(someone()))
    assert report.score == 100
    assert stored(tmp_path, report) is None
