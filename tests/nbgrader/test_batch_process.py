"""The process that grades a batch, as `nbgrader autograde` sees it."""

import shutil
from pathlib import Path

import pytest

from autograder.nbgrader.batch_process import BatchProcess, NotGraded
from autograder.nbgrader.grade_batch import Job

EXERCISES = Path(__file__).parents[2] / "exercises" / "weight_init"


def job(tmp_path: Path, *students: str, salt: str = "") -> Job:
    folders = {student: str(tmp_path / "submitted" / student) for student in students}
    for folder in folders.values():
        Path(folder).mkdir(parents=True)
        shutil.copy(EXERCISES / "diagnostics.py", folder)
    return Job("weight_init", folders, str(tmp_path / "results"), salt=salt, pictures=False)


def test_reports_come_in_any_order_and_results_are_in_order_in_the_end(tmp_path: Path) -> None:
    batch = BatchProcess(job(tmp_path, "ann", "ben"))
    assert [batch.report(student).student for student in ("ben", "ann", "ben")] == [
        *("ben", "ann", "ben")
    ]
    batch.finish()
    lines = (tmp_path / "results" / "scores.csv").read_text().splitlines()
    assert [line.partition(",")[0] for line in lines] == ["student", "ann", "ben"]
    again = BatchProcess(batch.job)  # of whom there is a record nothing is told, and all is read
    assert again.report("ann") == batch.report("ann")
    with pytest.raises(NotGraded, match="no report"):
        again.report("eve")
    again.finish()


def test_modules_of_the_folder_it_starts_in_are_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('a module of the folder')\n")
    monkeypatch.chdir(tmp_path)
    batch = BatchProcess(job(tmp_path, "ann"))
    assert batch.report("ann").score == 0
    batch.finish()


def test_why_there_are_no_reports_is_told_for_each(tmp_path: Path) -> None:
    batch = BatchProcess(job(tmp_path, "ann", "ben", salt=str(tmp_path / "nothing")))
    for student in ("ann", "ben"):
        with pytest.raises(NotGraded, match=r"salt .* cannot be read"):
            batch.report(student)


def test_a_batch_that_is_stopped_ends(tmp_path: Path) -> None:
    batch = BatchProcess(job(tmp_path, "ann"))
    batch.stop()
    with pytest.raises(NotGraded):
        batch.report("ann")
