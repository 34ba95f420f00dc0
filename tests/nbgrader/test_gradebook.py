"""Writing a class into nbgrader's database in one go."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.catalogue import find_assignment
from autograder.model import CheckResult, Outcome, Report, Status
from autograder.notes import NOT_GRADED
from autograder.results.reading import Records
from tests.nbgrader.conftest import ANSWER, NAME, Course


def full(student: str) -> Report:
    """The report of a right submission."""
    checks = tuple(
        CheckResult(c.id, c.exercise, c.function, c.points, c.points, Outcome.PASSED)
        for c in find_assignment(NAME).checks
    )
    return Report(student, NAME, Status.GRADED, 0, "test", checks=checks)


def lacking(report: Report, function: str, outcome: Outcome) -> Report:
    """The same with one function's checks ended otherwise."""
    checks = tuple(
        replace(c, earned=0.0 if outcome is Outcome.FAILED else c.points, outcome=outcome)
        if c.function == function
        else c
        for c in report.checks
    )
    return replace(report, checks=checks)


@pytest.fixture
def fresh(course: Course, tmp_path: Path) -> Course:
    """A copy of the course's gradebook and folders, to write into."""
    shutil.copy(course.folder / "gradebook.db", tmp_path)
    shutil.copytree(course.folder / "release", tmp_path / "release")
    shutil.copytree(course.folder / "autograded", tmp_path / "autograded")
    (tmp_path / "submitted").mkdir()
    for student in ("right", "wrong"):
        shutil.copytree(course.folder / "submitted" / student, tmp_path / "submitted" / student)
    return Course(tmp_path, {})


def fill(course: Course, *reports: Report, dry: bool = False) -> list[tuple[str, str]]:
    """Write; (student, cell) of what has changed."""
    from autograder.nbgrader.fill_gradebook import fill_gradebook

    changes = fill_gradebook(reports, f"sqlite:///{course.folder / 'gradebook.db'}", dry=dry)
    return [(change.student, change.cell) for change in changes]


def test_records_of_the_course_change_nothing_when_written_again(
    course: Course, fresh: Course
) -> None:
    records = [
        report
        for report in Records(course.folder / "results" / NAME)
        if report.student in ("right", "wrong")
    ]
    before = fresh.ask("select * from grade order by id"), fresh.ask("select * from comment")
    assert fill(fresh, *records) == []
    assert (
        fresh.ask("select * from grade order by id"),
        fresh.ask("select * from comment"),
    ) == before


def test_a_dry_run_lists_and_writes_nothing(fresh: Course) -> None:
    report = lacking(full("right"), "sigmoid", Outcome.FAILED)
    before = fresh.ask("select * from grade order by id")
    assert fill(fresh, report, dry=True) == [("right", "check_sigmoid")]
    assert fresh.ask("select * from grade order by id") == before
    assert fill(fresh, report) == [("right", "check_sigmoid")]
    assert fresh.grades("right")["check_sigmoid"] == (0.0, False)


def test_scores_and_comments_of_people_are_kept(fresh: Course) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(fresh.folder / "gradebook.db")) as database, database:
        database.execute(
            "update grade set manual_score = 7.5, needs_manual_grade = 0 where id in "
            "(select g.id from grade g join base_cell b on b.id = g.cell_id "
            "where b.name in (?, ?))",
            (ANSWER, "check_sigmoid"),
        )
        database.execute("update comment set manual_comment = 'well said'")
    report = lacking(full("right"), "sigmoid", Outcome.FAILED)
    fill(fresh, report)
    kept = fresh.ask("select count(*) from grade where manual_score = 7.5")
    assert kept[0][0] >= 2
    assert fresh.ask("select count(*) from comment where manual_comment is not 'well said'") == [
        (0,)
    ]
    assert fresh.grades("right")["check_sigmoid"] == (0.0, True)  # theirs stands and is to be seen
    assert fresh.grades("right")[ANSWER] == (None, False)  # the same answer, graded already


def test_what_the_grader_got_wrong_earns_nothing_and_waits(fresh: Course) -> None:
    fill(fresh, lacking(full("right"), "forward", Outcome.BROKEN))
    assert fresh.grades("right")["check_forward"] == (0.0, True)
    assert "person" in fresh.comments("right")["forward"]
    lost = Report(
        "right", NAME, Status.ERROR, 0, "test", notes=(NOT_GRADED(why="the grader failed"),)
    )
    fill(fresh, lost)
    assert fresh.grades("right")["check_forward"] == (None, True)
    assert "the grader failed" in fresh.comments("right")["forward"]


def test_thousands_of_new_students_are_written_at_once(fresh: Course) -> None:
    reports = [full(f"s{number:04}") for number in range(1000)]
    # The written answer of a hand-in that is not there any more waits for a person: no score.
    assert len(fill(fresh, *reports)) == 1000 * 19
    assert fresh.score("s0999") == 100.0
    assert fill(fresh, *reports) == []
    assert (fresh.folder / "autograded" / "s0500" / NAME / "backprop.ipynb").exists()


def test_an_unknown_assignment_and_a_name_that_leads_elsewhere_are_refused(fresh: Course) -> None:
    from autograder.nbgrader.gradebook import Gradebook, UnusableGradebook

    with pytest.raises(UnusableGradebook, match="written sqlite:///"):
        Gradebook("gradebook.db")
    with pytest.raises(UnusableGradebook, match="generate_assignment"):
        fill(fresh, replace(full("right"), assignment="other"))
    with pytest.raises(UnusableGradebook, match="folder"):
        fill(fresh, replace(full("right"), student="../../up"))


def test_the_command_says_what_it_did(course: Course, fresh: Course) -> None:
    results = str(course.folder / "results" / NAME)
    url = "sqlite:///gradebook.db"
    said = fresh.run("autograder", "gradebook", results, "--db", url, "--dry-run")
    assert "would change" in said
    grading = ("autograder", "grade", "submitted", "--out", "again", "--gradebook", url)
    assert "scores changed, of" in fresh.run(*grading, "--seed", "0")
    assert "0 scores changed, of 0 of 2 students" in fresh.run(*grading, "--seed", "0")
    said = fresh.run("autograder", "gradebook", "nowhere", "--db", url, fails=True)
    assert "Traceback" not in said


POSTGRES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


@pytest.fixture
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server of our own."""
    pytest.importorskip("psycopg2", reason="psycopg2 is not installed")
    if not POSTGRES:
        pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
    import tempfile

    user = [] if os.getuid() else ["runuser", "-u", "postgres", "--"]
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        if user:
            shutil.chown(folder, "postgres")
        data = f"{folder}/data"
        tool = lambda *words: subprocess.run(
            [*user, str(POSTGRES[-1] / words[0]), *words[1:]],
            check=True, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120,
        )  # fmt: skip
        tool("initdb", "-D", data, "-U", "grader", "-A", "trust", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        tool("pg_ctl", "-D", data, "-w", "-o", options, "-l", f"{folder}/log", "start")
        try:
            yield f"postgresql+psycopg2://grader@/postgres?host={folder}"
        finally:
            tool("pg_ctl", "-D", data, "-m", "immediate", "stop")


def test_the_same_on_postgresql(fresh: Course, server: str) -> None:
    import sqlalchemy

    from autograder.nbgrader.fill_gradebook import fill_gradebook

    config = fresh.folder / "nbgrader_config.py"
    config.write_text(
        "import autograder.nbgrader\nc = get_config()\nautograder.nbgrader.configure(c)\n"
        f"c.CourseDirectory.db_url = {server!r}\n"
        "c.CourseDirectory.course_id = 'networks'\n"  # nbgrader's empty one breaks a foreign key
    )
    release, source = fresh.folder / "release", fresh.folder / "source"
    shutil.rmtree(release)
    solutions = str(Path(__file__).parents[2] / "solutions")
    fresh.run("autograder", "course", ".", "--solutions", solutions)
    assert source.is_dir()
    fresh.run("nbgrader", "generate_assignment", NAME)
    reports = [full(f"s{number:03}") for number in range(300)]
    changes = fill_gradebook(reports, server, fresh.folder)
    assert len(changes) == 300 * 19
    assert fill_gradebook(reports, server, fresh.folder) == []
    engine = sqlalchemy.create_engine(server)
    with engine.connect() as connection:
        total = connection.execute(sqlalchemy.text("select sum(auto_score) from grade")).scalar()
    engine.dispose()
    assert total == pytest.approx(300 * 100.0)
