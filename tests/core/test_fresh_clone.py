"""What people type first, in a fresh clone and a fresh environment: role, command, what comes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpora import HERE

ROOT = HERE.parent
# Role, folder below the clone, what is typed, exit status, words that must come.
TYPED = [
    ("student", ".", "pytest autograder --submission solutions/weight_init", 0, "100 / 100"),
    ("student", ".", "pytest autograder", 1, "that is where everybody starts"),
    ("student", ".", 'pytest autograder -k "backward and chain_rule"', 1, "backward"),
    ("student", ".", "pytest autograder -v", 1, "0 / 100"),
    ("student", ".", "pytest autograder -x", 1, "0 / 100"),
    ("student", ".", "pytest autograder --hints 0", 1, "0 / 100"),
    ("student", ".", "pytest autograder -k sigmiod", 5, "did you mean sigmoid?"),
    ("student", "exercises", "pytest autograder", 1, "0 / 100"),
    ("student", ".", "pytest autograder --submission exercises/scaled_init", 1, "lecun_normal"),
    ("student", ".", "pytest autograder --assignment scaled_init", 1, "lecun_normal"),
    ("student", ".", "autograder show --out shown", 0, "not drawn yet: Your neurons through"),
    ("student", ".", "autograder show solutions/weight_init --out shown", 0, "6 pictures"),
    ("student", ".", "autograder --version", 0, "autograder"),
    ("instructor", ".", "autograder doctor", 0, "degree"),
    ("instructor", ".", "autograder demo", 0, "nothing is graded twice"),
    ("instructor", ".", "autograder report demo/results", 0, "pages of feedback"),
    (
        "instructor",
        ".",
        (
            "echo 'deadline = 2026-11-03T23:59:00Z' > demo/late.toml && autograder grade "
            "demo/submitted --out demo/results --timeout 2 --policy demo/late.toml"
        ),
        0,
        "policy: demo/results/policy.toml",
    ),
    ("instructor", ".", "autograder export demo/results --format csv", 0, "questions.csv"),
    *(
        ("instructor", ".", f"autograder export demo/results --format {form}", 0, "wrote demo")
        for form in ("gradescope", "canvas", "moodle", "blackboard", "brightspace", "junit")
    ),
    ("instructor", ".", "autograder release --kit kit.zip", 0, "kit.zip"),
    (
        "instructor",
        ".",
        "autograder bundle gradescope --output autograder.zip",
        0,
        "autograder.zip",
    ),
    ("instructor", ".", "autograder grade nowhere --out results", 1, "does not exist"),
    (
        "instructor",
        ".",
        "autograder grade demo/submitted --out none --scheduler tcp://127.0.0.1:1; ls none",
        2,
        "pip install 'weight-init-autograder[cluster]'",
    ),
    ("student", ".", "pytest autograder --assignment nope", 4, "ERROR: there is no assignment"),
    (
        "contributor",
        ".",
        "python -m tests.validity tests/corpus/wrong/backprop/backward__derivative_at_h.py",
        0,
        "the derivative is taken at the activation h",
    ),
]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    folder = tmp_path_factory.mktemp("fresh") / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder / ".venv")], check=True)
    pip = [str(folder / ".venv" / "bin" / "pip"), "install", "--quiet", "."]
    subprocess.run(pip, cwd=folder, check=True, stderr=subprocess.DEVNULL)
    return folder


@pytest.mark.parametrize(("role", "place", "typed", "status", "words"), TYPED)
def test_it_comes(clone: Path, role: str, place: str, typed: str, status: int, words: str) -> None:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "COV", "VIRTUAL"))}
    path = f"{clone / '.venv' / 'bin'}{os.pathsep}{kept.get('PATH', '')}"
    done = subprocess.run(
        typed,
        shell=True,
        cwd=clone / place,
        env=kept | {"PATH": path, "PYTHONUTF8": "1", "COLUMNS": "100"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    shown = done.stdout + done.stderr
    assert done.returncode == status, f"{role}: {shown[-2000:]}"
    assert words in " ".join(shown.split())
    assert "Traceback" not in shown


def test_nothing_that_was_written_would_be_committed(clone: Path) -> None:
    left = subprocess.run(
        ["git", "status", "--porcelain"], cwd=clone, capture_output=True, text=True, check=True
    ).stdout
    assert left.split() in ([], ["??", "shown/"])
