"""What the README says is so."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from autograder import cli
from autograder.catalogue import find_assignment
from autograder.fronts import text
from autograder.grading.submission import grade
from tests.corpora import HERE, wrong_overlays

ROOT = HERE.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_feedback_that_it_shows_is_what_comes(tmp_path: Path) -> None:
    shown = re.search(r"```\n(✗ backprop.+?)```", README, re.DOTALL)
    assert shown is not None
    overlay = next(o for o in wrong_overlays() if o.name == "backprop/backward__derivative_at_h")
    for name, data in overlay.files().items():
        (tmp_path / name).write_bytes(data)
    checks = {check.id: check.claim for check in find_assignment("weight_init").checks}
    result = next(c for c in grade(tmp_path).checks if c.outcome == "failed")
    expected = text.block(result, checks[result.id])
    line = re.compile(r"line \d+")  # moves with every word of the lesson
    assert line.sub("line", "\n".join(expected)) == line.sub("line", shown[1].rstrip())


def test_the_commands_that_it_names_exist() -> None:
    named = set(re.findall(r"`autograder (\w+)", README))
    assert named >= {"grade", "report", "export", "show", "release", "doctor", "demo"}
    assert named <= set(cli.COMMANDS)


def test_the_links_and_pictures_that_it_names_exist() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_architecture_names_what_is_there() -> None:
    package = ROOT / "autograder"
    text = (package / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w./]+(?:\.py|\.json|/))`", text))
    assert len(named) > 20
    known = [path.relative_to(package).as_posix() for path in package.rglob("*")]
    missing = {
        name
        for name in named - {"loading.py", "misconceptions.toml"}
        if name.rstrip("/") not in known and not (ROOT / name).exists()
    }
    assert missing == set()
    rooms = {path.name for path in package.iterdir() if (path / "__init__.py").exists()}
    assert {room for room in rooms if f"{room}/" not in text} == set()


def test_no_entry_of_the_top_level_is_a_surprise() -> None:
    git = shutil.which("git")
    listed = git and subprocess.run(
        [git, "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if not listed or not listed.stdout:
        pytest.skip("not a git checkout")
    assert {name.partition("/")[0] for name in listed.stdout.splitlines()} <= {
        ".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "README.md", "autograder", "exercises",
        "findings", "pyproject.toml", "solutions", "tests",
    }  # fmt: skip


def test_the_check_that_it_shows_works(tmp_path: Path) -> None:
    code = re.search(r"```python\n(.+?)```", README, re.DOTALL)
    assert code is not None
    program = code[1] + textwrap.dedent(
        """
        from autograder.grading.draw import Draw
        from autograder.grading.examiner import Examiner
        from autograder.student.host.notebook import NotebookBackend
        from autograder.student.host.remote import RemoteStudent

        def judged(returned):
            backend = NotebookBackend(ASSIGNMENT.exercises, {"sigmoid": lambda a: returned})
            check = ASSIGNMENT.registered[-1]
            (result,) = Examiner(ASSIGNMENT, RemoteStudent(backend), Draw()).judge([check])
            assert result.outcome == ("passed" if result.earned else "failed"), result
            return result

        assert judged(np.full((2, 3), 0.5)).earned == 1
        for returned, said in (
            (np.full((2, 3), 0.4), "sigmoid(0) is 0.4"),
            (None, "the result is None"),
            ([[0.5] * 3] * 2, "the result is a list"),
            ("0.5", "the result is a str"),
            (np.full((2, 3), np.nan), "the result is nan at [0, 0]"),
            (np.full((3, 2), 0.5), "the result has shape (3, 2)"),
            (np.full((2, 3), 0.5, dtype=np.float32), "the result has dtype float32"),
            (0.5, "the result is a float"),
        ):
            result = judged(returned)
            assert result.earned == 0
            assert "we ran: sigmoid(array (2, 3))" in result.message, result
            assert f"we saw: {said}" in result.message, result
        """
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
