"""`autograder export` as people call it."""

import csv
import io
import json
import os
import re
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from autograder.cli import main
from autograder.exports.canvas import STUDENT_COLUMNS
from autograder.exports.commands import FORMATS
from autograder.model import Status
from autograder.notes import OTHER
from tests.exports.conftest import HOSTILE
from tests.gradescope.gradescope_rules import problems

FILES = {
    "csv": "questions.csv",
    "canvas": "canvas.csv",
    "moodle": "moodle.csv",
    "blackboard": "blackboard.csv",
    "brightspace": "brightspace.csv",
    "junit": "junit.xml",
    "gradescope": "gradescope/ann/results.json",
}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_is_written_beside_the_results(save, report, kind):
    folder = save([report("ann"), report("bob")])
    result = run(folder, "--format", kind)
    assert result.exit_code == 0, result.output
    assert "wrote " in result.stderr
    assert (folder / FILES[kind]).read_bytes()
    assert not [name for name in os.listdir(folder) if name.startswith(".")]


@pytest.mark.parametrize("kind", FORMATS)
def test_hostile_names_stay_in_the_folder_and_off_the_terminal(save, hostile_class, kind, tmp_path):
    folder = save(hostile_class)
    around = tmp_path.parent
    before = sorted(around.iterdir())
    result = run(folder, "--format", kind, "--output", tmp_path / "out" / "x")
    assert result.exit_code == ("left out" in result.output), result.output
    assert sorted(around.iterdir()) == before
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", result.output)
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert len(files) == (len(hostile_class) if kind == "gradescope" else 1)


def test_the_table_has_a_row_for_everybody(save, hostile_class, report):
    lost = report("lost", status=Status.ERROR, checks=(), notes=(OTHER(text="the disk was full"),))
    folder = save([*hostile_class, lost])
    text = run(folder, "--format", "csv", "--out", "-").stdout
    rows = {row["student"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert len(rows) == len(HOSTILE) + 3
    assert rows["ann"]["a.f"] == "62.5"
    assert rows["ann"]["score"] == "62.5"
    assert rows["lost"]["status"] == "error"
    assert rows["lost"]["score"] == "0"
    assert rows["lost"]["notes"] == "the disk was full"


def test_the_table_takes_identities_from_a_roster(save, report, tmp_path):
    roster = tmp_path / "roster.csv"
    roster.write_text("folder,name,email\nann,Ann Doe,=ann@x\n", encoding="utf-8")
    folder = save([report("ann"), report("bob")])
    text = run(folder, "--format", "csv", "--roster", roster, "--output", "-").stdout
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0][:4] == ["student", "name", "email", "status"]
    assert rows[1][:3] == ["ann", "Ann Doe", "'=ann@x"]
    assert rows[2][:3] == ["bob", "", ""]


def test_results_for_gradescope_keep_its_rules(save, hostile_class, tmp_path):
    out = tmp_path / "gs"
    result = run(
        save(hostile_class), "--format", "gradescope", "--output", out, "--visibility", "a.*=hidden"
    )
    assert result.exit_code == 0, result.output
    folders = list(out.iterdir())
    assert len(folders) == len(hostile_class)
    for folder in folders:
        data = (folder / "results.json").read_bytes()
        assert problems(data) == []
        shown = [test["visibility"] for test in json.loads(data)["tests"]]
        assert shown == ["hidden", "hidden", "hidden", "visible"]


def test_notes_go_to_the_error_stream(save, report):
    result = run(save([report("ann")], '{"torn'), "--format", "junit", "--output", "-")
    assert result.exit_code == 0
    assert "note: the last line of results.jsonl is torn" in result.stderr
    ElementTree.fromstring(result.stdout)


def test_a_title_names_the_columns(save, report):
    folder = save([report("ann")])
    result = run(folder, "--format", "canvas", "--title", "Homework 1 (7)", "--output", "-")
    (header, *_) = csv.reader(result.stdout.splitlines())
    # Each further column would be an assignment that counts beside the total.
    assert header == [*STUDENT_COLUMNS, "Homework 1 (7)"]
    both = run(folder, "--format", "canvas", "--columns", "all", "--output", "-")
    assert len(next(csv.reader(both.stdout.splitlines()))) > len(header)


def test_an_existing_folder_takes_the_file(save, report, tmp_path):
    (tmp_path / "there").mkdir()
    assert (
        run(save([report()]), "--format", "canvas", "--output", tmp_path / "there").exit_code == 0
    )
    assert os.listdir(tmp_path / "there") == ["canvas.csv"]


def test_an_export_is_replaced_and_the_same_again(save, report):
    folder = save([report("ann"), report("bob")])
    run(folder, "--format", "moodle")
    first = (folder / "moodle.csv").read_bytes()
    (folder / "moodle.csv").write_bytes(b"old")
    run(folder, "--format", "moodle")
    assert (folder / "moodle.csv").read_bytes() == first


def refused(*arguments: object) -> str:
    """The one sentence with which a command is refused."""
    result = run(*arguments)
    assert result.exit_code not in (0, None)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    (sentence,) = [line for line in result.stderr.splitlines() if line.startswith("Error: ")]
    return sentence


@pytest.mark.parametrize("kind", FORMATS)
def test_a_folder_without_results_is_refused(tmp_path, kind):
    assert "holds no results.jsonl" in refused(tmp_path, "--format", kind)
    assert "holds no results.jsonl" in refused(tmp_path / "nowhere", "--format", kind)
    assert os.listdir(tmp_path) == []


def test_what_cannot_be_done_is_said_in_a_sentence(save, report, tmp_path):
    folder = save([report("ann")])
    file = tmp_path / "file"
    file.write_bytes(b"")
    assert "needs a folder" in refused(folder, "--format", "gradescope", "--output", file)
    assert "folder of files" in refused(folder, "--format", "gradescope", "--output", "-")
    assert "cannot be written" in refused(folder, "--format", "csv", "--output", file / "x")
    assert "cannot be read" in refused(folder, "--format", "csv", "--roster", tmp_path / "no")
    assert "is no visibility" in refused(folder, "--format", "gradescope", "--visibility", "x")
    assert "--title" in refused(folder, "--format", "canvas", "--title", "Section")
    assert "excel" in refused(folder, "--format", "excel")
    assert file.read_bytes() == b""


def test_results_that_cannot_be_read_are_said_so(tmp_path):
    (tmp_path / "results.jsonl").mkdir()
    assert "cannot be read" in refused(tmp_path, "--format", "csv")


def test_help_explains_the_roster():
    text = " ".join(run("--help").stdout.split())
    for word in ("roster", "SIS Login ID", "identifier", "--columns", "results.json"):
        assert word in text
