"""What the README says is so."""

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
from tests.core.test_fresh_clone import TYPED
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


FRESH, NBGRADER = "core/test_fresh_clone.py", "nbgrader/test_as_printed.py"
# What the README tells people to type -> the test that types it, and words that stand in it.
TRIED = {
    "python3 -m venv .venv && .venv/bin/pip install --quiet . && .venv/bin/pytest autograder "
    "--submission solutions/weight_init": (FRESH, "pytest autograder --submission solutions/"),
    "pytest autograder": (FRESH, "pytest autograder\n"),
    'pytest autograder -k "backward and chain_rule"': (FRESH, '-k "backward and chain_rule"'),
    "pytest autograder -v": (FRESH, "pytest autograder -v"),
    "pytest autograder --hints 0": (FRESH, "pytest autograder --hints 0"),
    "pytest autograder --submission exercises/scaled_init": (FRESH, "exercises/scaled_init"),
    "autograder report": (FRESH, "autograder report demo/results"),
    "autograder show": (FRESH, "autograder show --out"),
    "autograder demo": (FRESH, "autograder demo"),
    "autograder grade": (FRESH, "autograder grade demo/submitted"),
    "autograder course": (NBGRADER, "README"),
    "autograder grade submitted/ --out results/": (FRESH, "autograder grade demo/submitted"),
    "autograder grade … --policy late.toml": (FRESH, "--policy demo/late.toml"),
    "autograder grade submitted/ --out results/weight_init --gradebook sqlite:///gradebook.db": (
        "nbgrader/test_gradebook.py",
        '"--out", "again", "--gradebook", url',
    ),
    "autograder gradebook results/weight_init --db sqlite:///gradebook.db --dry-run": (
        "nbgrader/test_gradebook.py",
        '"--dry-run"',
    ),
    "autograder report results/": (FRESH, "autograder report demo/results"),
    "autograder export results/ --format csv": (FRESH, "--format csv"),
    "autograder bundle gradescope --output autograder.zip": (FRESH, "--output autograder.zip"),
    "autograder release --kit kit.zip": (FRESH, "autograder release --kit kit.zip"),
    "autograder release --lite site/": ("release/test_lite_site.py", '"--lite"'),
    "python -m http.server -d site": ("release/test_lite_in_browser.py", "HTTPServer"),
    "autograder doctor": (FRESH, "autograder doctor"),
    "autograder new NAME": ("authoring/test_new.py", 'run("new"'),
    "autograder prove ./NAME": ("authoring/test_prove.py", '"prove"'),
    "python -m tests.validity": (FRESH, "python -m tests.validity"),
    "python -m tests.validity FILE …": (FRESH, "python -m tests.validity tests/corpus"),
    "autograder show solutions/weight_init --format svg --out tests/pictures/readme": (
        "pictures/test_gallery.py",
        '"--format"',
    ),
}
# What a whole run of the tests is; `.ci/run` types it on a fresh clone.
INSTALLED = 'python3 -m venv .venv && .venv/bin/pip install --quiet -e ".[dev]"'
RUNS = {f"{INSTALLED} && .venv/bin/pytest -n 2 --dist loadfile", "pytest --all"}


def test_what_it_tells_people_to_type_is_typed_by_a_test() -> None:
    blocks = re.findall(r"^```(\w*)\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    typed_there = [block for language, block in blocks if language in ("", "console")]
    lines = [line for block in typed_there for line in block.splitlines()]
    spans = re.findall(r"`([^`]+)`", re.sub(r"^```.*?^```", "", README, flags=re.DOTALL | re.M))
    typed = {" ".join(span.split()) for span in [*lines, *spans]}
    programs = ("autograder ", "pytest ", "python -m ", "python3 -m ")
    found = {words for words in typed if words.startswith(programs)}
    assert found == TRIED.keys() | RUNS
    for words, (file, part) in TRIED.items():
        text = (HERE / file).read_text(encoding="utf-8")
        assert part in ("\n".join(row[2] for row in TYPED) if file == FRESH else text), words
    assert sum(line.startswith("$ ") for line in lines) == 10
    assert "README" in (HERE / NBGRADER).read_text(encoding="utf-8")  # it reads them from there


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
        from autograder.grading.case_sets import CaseChoice
        from autograder.grading.examiner import Examiner
        from autograder.student.host.notebook import NotebookBackend
        from autograder.student.host.remote import RemoteStudent

        def judged(returned):
            backend = NotebookBackend(ASSIGNMENT.exercises, {"sigmoid": lambda a: returned})
            check = ASSIGNMENT.registered[-1]
            (result,) = Examiner(ASSIGNMENT, RemoteStudent(backend), CaseChoice()).judge([check])
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
