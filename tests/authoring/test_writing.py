"""The guide for authors, command by command as it is printed."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from autograder import locating
from tests.batch.classes import needs_lockdown
from tests.corpora import HERE

GUIDE = (HERE.parent / "autograder" / "WRITING.md").read_text(encoding="utf-8")
COMMANDS = [
    line.removeprefix("$ ")
    for block in re.findall(r"```console\n(.*?)```", GUIDE, re.DOTALL)
    for line in block.splitlines()
]
# What a stub gets is no success.
FAILS = "pytest autograder --assignment ./smoothness"


@pytest.mark.thorough
@needs_lockdown
def test_every_command_works_as_it_is_printed(tmp_path: Path) -> None:
    pytest.importorskip("nbgrader")
    environment = {k: v for k, v in os.environ.items() if k != locating.VARIABLE}
    (tmp_path / "submitted" / "ann").mkdir(parents=True)
    assert len(COMMANDS) >= 10
    for command in dict.fromkeys(COMMANDS):
        program, *arguments = shlex.split(command)
        if command.startswith("autograder prove"):
            arguments += ["--mutants", "40"]
        done = subprocess.run(
            [sys.executable, "-m", program, *arguments],
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == (1 if command == FAILS else 0), f"{command}: {done.stderr}"
        if command.startswith("autograder new"):
            lesson = tmp_path / "smoothness" / "lesson" / "smoothing.py"
            shutil.copy(lesson, tmp_path / "submitted" / "ann")
    assert (tmp_path / "kit.zip").exists()
    assert "smoothness" in (tmp_path / "results" / "report" / "index.html").read_text()


def test_what_it_shows_of_python_runs(tmp_path: Path) -> None:
    from autograder.authoring.new import make_assignment

    make_assignment("smoothness", tmp_path)
    (code,) = (b for b in re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL) if "answers_to" in b)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "autograder.failing.Failed: the result has shape (9,)" in done.stderr


def test_the_entry_point_that_it_shows_is_one() -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    assert locating.GROUP in tomllib.loads(block)["project"]["entry-points"]


def test_the_files_that_it_names_are_written(tmp_path: Path) -> None:
    from autograder.authoring.new import make_assignment

    written = {path.name for path in make_assignment("smoothness", tmp_path)}
    table = GUIDE.partition("| in the folder")[2].partition("\n\n")[0]
    named = set(re.findall(r"`(?:\w+/)*(\w+\.(?:py|toml))`", table))
    assert named <= written
    assert len(named) >= 6
