"""`pytest autograder`, run as a student runs it."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

from autograder.catalogue import find_assignment
from autograder.fronts import guard, text
from autograder.fronts.by_name import keep_the_one_named
from autograder.fronts.progress import earned_by_function
from autograder.fronts.pytest_front import CheckItem
from autograder.grading.submission import grade
from autograder.model import CheckResult, Outcome
from autograder.showing import spoken
from tests.batch.classes import needs_lockdown
from tests.corpora import HERE, as_scripts, right_texts, wrong_overlays

ROOT = HERE.parent


NO_CACHE = ["-p", "no:cacheprovider"]
# Where the package is installed pytest loads the guard by itself, and refuses it a second name.
INSTALLED = any(point.name == "autograder-guard" for point in entry_points(group="pytest11"))
GUARD = [] if INSTALLED else ["-p", "autograder.fronts.guard"]
# Students install none of the plugins of our own tests; to import Hypothesis takes half of a start.
WITHOUT = "-p no:hypothesispytest -p no:anyio"


def run(
    *options: str, columns: int = 80, folder: Path = ROOT, cache: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    return run_pytest("autograder", *(cache or NO_CACHE), *options, columns=columns, folder=folder)


def run_pytest(
    *options: str, columns: int = 80, folder: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "COV_"))}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        cwd=folder,
        env=environment | {"COLUMNS": str(columns), "PYTHONUTF8": "1", "PYTEST_ADDOPTS": WITHOUT},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def hand_in(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def overlay(name: str) -> dict[str, bytes]:
    return next(o for o in wrong_overlays() if o.name == name).files()


def widest(shown: str) -> int:
    """Characters of the longest line of those that say what a check saw; 0 without any."""
    told = [line for line in shown.splitlines() if line.startswith(("✗", "  we "))]
    return max(map(len, told), default=0)


def test_a_stub_gets_nothing_and_a_kind_word() -> None:
    done = run()
    assert done.returncode == 1
    assert "0 / 100" in done.stdout
    assert "that is where everybody starts" in " ".join(done.stdout.split())
    assert "`zeros_init`" in done.stdout
    assert "Traceback" not in done.stdout
    _, _, after = done.stdout.partition("together")
    assert "Nothing of this is written yet" in after
    assert max(map(len, after.splitlines())) <= 80


def test_a_solution_gets_all_points() -> None:
    done = run("--submission", "solutions/weight_init")
    assert done.returncode == 0, done.stdout
    assert "100 / 100" in done.stdout
    assert "Every point is yours" in done.stdout
    assert "\x1b[" not in done.stdout, "colours, where nobody sees them"


def test_other_plugins_see_all_objects_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # With Hypothesis and Trio beside it, whose random numbers it looks for, the run ended in error.
    told = "import gc\ndef pytest_terminal_summary():\n    print('frozen', gc.get_freeze_count())"
    (tmp_path / "looks.py").write_text(told, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    done = run("-p", "looks", "--submission", "solutions/weight_init", "-k", "zeros_init")
    assert done.returncode == 0, done.stdout
    assert "frozen 0\n" in done.stdout


def test_a_mistake_is_shown_in_our_shape(tmp_path: Path) -> None:
    folder = hand_in(tmp_path, overlay("backprop/backward__derivative_at_h"))
    done = run("--submission", str(folder))
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("✗ backprop › backward"))
    block = lines[start : start + 8]
    assert max(len(line) for line in lines if not line.startswith("plugins:")) <= 110
    assert all(len(line) <= 80 for line in block if "repeat" not in line)
    assert any("we saw" in line for line in block)
    assert any("likely" in line and "activation" in line for line in block)
    assert any(line.startswith("  repeat") and "backward and chain_rule" in line for line in block)
    for word in ("Traceback", "autograder/examiner", "Failed:", "self ="):
        assert word not in done.stdout


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--submission", "no/such/folder"], "no/such/folder does not exist"),
        (["backward"], "there is no backward to run; one function or exercise is named with -k: "),
        (["--assignment", "nothing"], "there is no assignment 'nothing'"),
        (["--submission", "README.md"], "README.md is not an exercise file"),
    ],
)
def test_wrong_usage_gets_one_sentence(options: list[str], words: str) -> None:
    done = run(*options)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert f"ERROR: {words}" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert "fronts/" not in done.stdout + done.stderr


def test_a_syntax_error_and_an_endless_loop_cost_where_they_are_and_are_told(
    tmp_path: Path,
) -> None:
    texts = right_texts()
    texts["backprop"] += "\n# %%\ndef broken(:\n    pass\n"
    texts["diagnostics"] += "\nimport time\nwhile True:\n    time.sleep(1)\n"
    done = run("--submission", str(hand_in(tmp_path, as_scripts(texts))))
    assert done.returncode == 0, done.stdout
    assert "syntax error at column 12" in " ".join(done.stdout.split())
    assert "did not come to an end" in " ".join(done.stdout.split())


@needs_lockdown
def test_what_is_named_may_be_somebody_elses_and_is_locked_down(tmp_path: Path) -> None:
    texts, left = right_texts(), tmp_path / "left"
    texts["diagnostics"] += f"\nopen({str(left)!r}, 'w').close()\n"
    done = run("--submission", str(hand_in(tmp_path, as_scripts(texts))), "-k", "zeros_init")
    assert done.returncode == 0, done.stdout
    assert "lock-down: kernel" in done.stdout
    assert not left.exists()


def test_one_check_again_in_colours_on_a_narrow_terminal(tmp_path: Path) -> None:
    folder = hand_in(tmp_path, overlay("backprop/backward__derivative_at_h"))
    asked = ("--submission", str(folder), "-k", "backward and chain_rule", "--color=yes")
    done = run(*asked, columns=60)
    assert done.returncode == 1
    assert "deselected" in done.stdout
    assert "zeros_init" not in done.stdout
    assert "\x1b[" in done.stdout
    plain = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout)
    assert 0 < widest(plain) <= 60


def test_from_a_folder_below_the_top() -> None:
    done = run("-k", "zeros_init", folder=ROOT / "exercises")
    assert done.returncode == 1
    assert "zeros_init" in done.stdout
    assert "0 / 4" in done.stdout


def test_the_folder_decides_the_lesson_and_a_file_its_exercise() -> None:
    folder = ROOT / "exercises" / "scaled_init"
    # An editor that has opened this folder calls it the root.
    done = run_pytest(*NO_CACHE, f"--rootdir={folder}", "-k", "relu_grad", folder=folder)
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "relu_grad" in done.stdout
    done = run_pytest(*NO_CACHE, "exercises/weight_init/diagnostics.py")
    assert "neuron_gap" in done.stdout
    assert "sigmoid_grad" not in done.stdout


def test_no_claim_is_cut_in_its_heading() -> None:
    for check in find_assignment("weight_init").checks:
        place = check.exercise, check.function
        line = text.heading(CheckResult(check.id, *place, 10.0, 2.5, Outcome.FAILED), 80)
        assert len(line) == 80
        assert spoken(check.name) in line


def test_who_has_begun_somewhere_is_not_told_that_nothing_is_written() -> None:
    places = {"zeros_init": "not-implemented", "sigmoid": "not-defined"}
    results = [
        CheckResult(f"x.{name}.y", "x", name, 2.0, 0.0, Outcome.FAILED, diagnosis=diagnosis)
        for name, diagnosis in places.items()
    ]
    assert "Look at `sigmoid`" in text.closing_word(results)
    assert "begin with `zeros_init`" in text.closing_word(results[:1])


def test_a_check_of_ours_that_broke_makes_nothing_worse() -> None:
    broken = [CheckResult("backprop.train.x", "backprop", "train", 2.0, 0.0, Outcome.BROKEN)]
    assert earned_by_function(broken) == {}
    assert "our turn" in text.closing_word(broken)


class Options:
    """Of pytest's configuration, what selecting asks for."""

    def __init__(self, keyword: str) -> None:
        self.keyword = keyword
        self.hook = self
        self.left_out: list[Any] = []

    def getoption(self, name: str, default: str) -> str:
        return self.keyword

    def pytest_deselected(self, items: list[Any]) -> None:
        self.left_out += items


@pytest.mark.parametrize("lesson", ["weight_init", "scaled_init"])
def test_what_repeats_a_check_selects_just_that_one(lesson: str) -> None:
    checks = find_assignment(lesson).checks
    every = [object.__new__(CheckItem) for _ in checks]
    for item, check in zip(every, checks, strict=True):
        item.check = check
    for item, check in zip(every, checks, strict=True):
        result = CheckResult(check.id, check.exercise, check.function, 1.0, 0.0, Outcome.FAILED)
        keyword = text.repeat(result).split('"')[1]
        options, items = Options(keyword), list(every)
        keep_the_one_named(options, items)
        assert items == [item]
        assert len(options.left_out) == len(every) - 1
    options, items = Options("backward and chain_rule"), list(every)
    keep_the_one_named(options, items)
    assert items == every


def test_a_misspelt_name_is_answered_with_the_nearest() -> None:
    done = run("-k", "sigmiod")
    assert done.returncode == pytest.ExitCode.NO_TESTS_COLLECTED
    assert "did you mean sigmoid?" in done.stdout


def test_several_processes_show_the_same_table() -> None:
    done = run("-n", "2", "-k", "zeros_init", "--submission", "solutions/weight_init")
    assert done.returncode == 0
    assert "4 / 4" in done.stdout


def test_what_has_changed_since_the_last_run_is_said(tmp_path: Path) -> None:
    cache = ["-o", f"cache_dir={tmp_path / 'cache'}"]
    mine = tmp_path / "mine"
    mine.mkdir()
    asked = ("--submission", str(mine), "-k", "backward")
    texts = right_texts()
    hand_in(mine, overlay("backprop/backward__derivative_at_h"))
    assert "since the last run" not in run(*asked, cache=cache).stdout
    hand_in(mine, as_scripts(texts))
    done = run(*asked, cache=cache)
    assert "since the last run" in done.stdout
    assert "now right: `backward`" in " ".join(done.stdout.split())


STUDENTS_CONFTEST = b"import a_package_that_nobody_has\nraise SystemExit('in the grader')\n"


@pytest.mark.parametrize("way", ["behind", "before", "joined", "in it", "a file", "@"])
def test_a_conftest_in_a_submission_is_never_imported(way: str, tmp_path: Path) -> None:
    folder = tmp_path / "ann" / "work"
    (folder / "tests").mkdir(parents=True)
    hand_in(folder, as_scripts(right_texts()))
    for place in (folder.parent, folder, folder / "tests"):
        (place / "conftest.py").write_bytes(STUDENTS_CONFTEST)
    package = str(ROOT / "autograder")
    only = ("-k", "zeros", *NO_CACHE)
    if way == "before":  # as when it is installed, and pytest loads it before all else
        done = run_pytest(*GUARD, "--submission", str(folder), package, *only)
    elif way == "@":
        (tmp_path / "arguments").write_text(f"--submission\n{folder}")
        done = run_pytest(*GUARD, f"@{tmp_path / 'arguments'}", package, *only)
    elif way == "in it":
        done = run_pytest(*GUARD, package, "--submission", ".", *only, folder=folder)
    elif way == "joined":
        done = run_pytest(package, f"--submission={folder}", *only)
    else:
        path = folder / "initializers.py" if way == "a file" else folder
        done = run_pytest(package, "--submission", str(path), *only)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nobody_has" not in done.stdout + done.stderr


@pytest.mark.parametrize("joined", [True, False])
def test_settings_in_a_submission_are_left_out_or_told(joined: bool, tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "ann", tmp_path / "elsewhere"
    for made in (folder, elsewhere):
        made.mkdir()
    hand_in(folder, as_scripts(right_texts()))
    (folder / "pytest.ini").write_text("[pytest]\naddopts = -p of_ann\n")
    # Where every pytest finds it: with 8.2 `pythonpath` of the settings comes too late.
    (elsewhere / "of_ann.py").write_text("print('in the grader')")
    given = [f"--submission={folder}"] if joined else ["--submission", str(folder)]
    only = ("-k", "zeros", *NO_CACHE)
    done = run_pytest(*GUARD, "--pyargs", "autograder", *given, *only, folder=elsewhere)
    assert (done.returncode == 0) == joined, done.stdout + done.stderr
    assert ("in the grader" in done.stdout) != joined
    assert ("write --submission=PATH" in done.stderr) != joined


def test_nobody_elses_tests_are_in_the_way(tmp_path: Path) -> None:
    hand_in(tmp_path, as_scripts(right_texts()))
    (tmp_path / "test_own.py").write_text("def test_own(): pass")
    assert run_pytest(*GUARD, *NO_CACHE, ".", folder=tmp_path).returncode == 0


def test_submissions_are_seen_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "--submission 'of ann' -q")
    assert guard._given(["autograder", "--submission=of bob"]) == ["of ann", "of bob"]


def test_pytest_loads_the_guard_first_where_the_package_is_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "autograder.fronts.guard" in project["entry-points"]["pytest11"].values()


BROKEN_CHECKS = '''
from autograder.catalogue import fail
from autograder.student.calls import Call
from .. import ASSIGNMENT


def asks(cases):
    return None, [Call("double", (2.0,))]


@ASSIGNMENT.check("doubling", "double", points=60, asks=asks)
def half_of_it(drawn, answers):
    """Our own mistake."""
    raise ZeroDivisionError


@ASSIGNMENT.check("doubling", "double", points=40, asks=asks)
def twice_of_it(drawn, answers):
    """double(x) is twice x."""
    if answers[0].value != 4.0:
        fail("it is not")
'''
SMALL = """
from autograder.catalogue import Assignment

ASSIGNMENT = Assignment(
    name="small", exercises={"doubling": ["double"]}, cases=lambda rng: rng
)
"""


def test_a_check_of_ours_that_goes_wrong_is_not_the_students_failure(tmp_path: Path) -> None:
    package = tmp_path / "small"
    (package / "checks").mkdir(parents=True)
    for path, code in (
        (package / "__init__.py", SMALL),
        (package / "checks" / "__init__.py", ""),
        (package / "checks" / "doubling.py", BROKEN_CHECKS),
        (tmp_path / "doubling.py", "def double(x):\n    return 2 * x\n"),
    ):
        path.write_text(code, encoding="utf-8")
    mine = ["--submission", str(tmp_path / "doubling.py"), "--assignment", str(package)]
    done = run(*mine, "-v")
    shown = " ".join(done.stdout.split())
    assert "1 not decided" in shown
    assert "1 passed" in shown
    assert "failed" not in shown
    assert "not your fault" in shown
    # Whoever gives points by the exit status gives none for what nobody has judged.
    assert done.returncode == 1
    assert "NOT DECIDED (our fault, not yours)" in done.stdout


def test_hints_are_asked_for_one_by_one(tmp_path: Path) -> None:
    folder = hand_in(tmp_path, overlay("backprop/backward__derivative_at_h"))
    only = "backward and chain_rule_holds_with_sigmoid"
    wide = run("--submission", str(folder), "-k", only, "--hints", "0", columns=140)
    none = wide.stdout
    assert 60 < widest(none) <= 100
    assert "we saw" in none
    assert "where" in none
    assert "likely" not in none
    assert f'repeat      pytest autograder -k "{only}" --hints 1\n' in none
    result = next(r for r in grade(folder).checks if r.name == only.rpartition(" ")[2])
    first, both = ("\n".join(text.block(result, "A claim.", hints=n)) for n in (1, 2))
    assert "likely" in first
    assert "think about" not in first
    assert "--hints 2" in first
    assert "--hints" not in both


def test_a_case_to_paste_comes_with_v(tmp_path: Path) -> None:
    folder = hand_in(tmp_path, overlay("backprop/sigmoid_grad__at_the_activation"))
    only = ["--submission", str(folder), "-k", "sigmoid_grad"]
    shown = run(*only, "-v").stdout
    assert "\nimport numpy as np\nfrom backprop import sigmoid_grad\n" in shown
