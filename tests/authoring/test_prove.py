"""`autograder prove`: what it says of good checks, and of bad ones."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.authoring.corpora import UnusableCorpus, corpus_of
from autograder.authoring.mutants import Mutant
from autograder.authoring.new import TEMPLATE
from autograder.authoring.proof import prove
from autograder.authoring.seen import MutantSeen
from autograder.catalogue import find_assignment
from autograder.cli import main
from autograder.release.errors import ReleaseError
from tests.corpora import FOLDERS, HERE

pytestmark = pytest.mark.usefixtures("nothing_used_before")
AUTHORS = sorted(path for path in (HERE / "authors").iterdir() if path.is_dir())
MAX_LINES = 80  # of an author's code, beside lesson and corpus; blank ones are not counted


@pytest.fixture
def edited(tmp_path: Path) -> Callable[..., Path]:
    """Makes a template of which one file is another one."""

    def make(name: str, old: str, new: str) -> Path:
        folder = tmp_path / "template"
        shutil.copytree(TEMPLATE, folder, ignore=shutil.ignore_patterns("__pycache__"))
        path = folder / name
        text = path.read_text() if path.exists() else ""
        assert old in text
        path.write_text(text.replace(old, new) if old else new)
        return folder

    return make


def test_there_are_three_authors() -> None:
    assert [path.name for path in AUTHORS] == ["kmeans", "ridge", "softmax"]


@pytest.mark.thorough
@pytest.mark.parametrize("folder", AUTHORS, ids=lambda path: path.name)
def test_the_kit_of_an_author_holds_no_answer(folder: Path, tmp_path: Path) -> None:
    made = ["--exercises", str(tmp_path / "exercises"), "--kit", str(tmp_path / "kit.zip")]
    done = CliRunner().invoke(main, ["release", "--assignment", str(folder), *made])
    assert done.exit_code == 0, done.output
    assert "NotImplementedError" in "".join(p.read_text() for p in tmp_path.rglob("*.py"))


@pytest.mark.thorough
@pytest.mark.parametrize("folder", AUTHORS, ids=lambda path: path.name)
def test_the_checks_of_an_author_are_proved_with_few_lines(folder: Path) -> None:
    lines = [line for path in folder.glob("*.py") for line in path.read_text().splitlines()]
    assert 0 < sum(bool(line.strip()) for line in lines) < MAX_LINES
    proof = prove(folder, seeds=range(2), mutants=40)
    assert proof.unmet == []
    assert len(proof.mutants) == 40
    assert sum(one.kind == "caught" for one in proof.mutants) > 15


def test_the_command_prints_the_tables_and_ends_well() -> None:
    done = CliRunner().invoke(
        main, ["prove", str(TEMPLATE), "--mutants", "30", "--seeds", "2", "--workers", "1"]
    )
    assert done.exit_code == 0, done.output
    for words in ("What each check catches", "Mutants of the solution, 30 of", "Bounds"):
        assert words in done.output


@pytest.mark.thorough
def test_a_check_that_asks_too_little_is_shown_with_the_smallest_input(
    edited: Callable[..., Path],
) -> None:
    folder = edited(
        "checks.py",
        "    judge_values(PROBE, cases, answers)",
        '    judge_values(PROBE, cases, answers, among=lambda corner: corner["width"] == "one")',
    )
    done = CliRunner().invoke(main, ["prove", str(folder), "--mutants", "60", "--workers", "1"])
    assert done.exit_code == 1
    assert "what no check catches" in done.output
    assert "smallest input: print(moving_average(np." in done.output
    assert "not proved: " in done.output
    proof = prove(folder, seeds=range(1), mutants=60)
    assert {"caught", "mutants"} <= set(proof.unmet)
    assert all(one.difference for one in proof.missed)


def test_a_check_that_catches_nothing_is_idle(edited: Callable[..., Path]) -> None:
    folder = edited("checks.py", "    judge_conduct(PROBE, cases, answers)", "    return")
    proof = prove(folder, seeds=range(1), mutants=20)
    assert proof.idle == ["smoothing.moving_average.moving_average_changes_nothing"]
    assert "idle" in proof.unmet


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("np.round(np.convolve(x, np.ones(width) / width, 'valid'), 5)", "off by"),
        ("np.convolve(x, np.ones(width) / width)", "has shape"),
        ("None", "is None"),
        ("1 / 0", "ZeroDivisionError"),
    ],
)
def test_a_right_file_that_loses_points_is_named(
    edited: Callable[..., Path], body: str, said: str
) -> None:
    text = f"def moving_average(x, width):\n    return {body}\n"
    folder = edited("corpus/right/smoothing/another.py", "", text)
    proof = prove(folder, seeds=range(1), mutants=0)
    (rejected,) = proof.rejected
    assert rejected.name == "smoothing/another"
    assert said in rejected.smallest
    assert "smallest input: print(moving_average(np." in rejected.smallest
    assert "rejected" in proof.unmet


@pytest.mark.thorough
def test_a_verdict_that_depends_on_the_seed_is_seen(edited: Callable[..., Path]) -> None:
    folder = edited(
        "checks.py",
        "    judge_values(PROBE, cases, answers)",
        "    if cases[0].args[0][0] > 0:\n        judge_values(PROBE, cases, answers)",
    )
    proof = prove(folder, seeds=range(6), mutants=0)
    assert "spread" in proof.unmet
    assert max(one.spread for one in proof.wrong) == 8.0


@pytest.mark.parametrize(
    ("caught_by", "compared", "difference", "faint", "kind"),
    [
        (("a check",), True, "off", False, "caught"),
        (("a check",), True, "off", True, "caught"),
        (("a check",), True, "", False, "refused"),
        (("a check",), False, "", False, "caught"),
        ((), True, "off", False, "missed"),
        ((), True, "off", True, "faint"),
        ((), True, "", False, "equal"),
        ((), False, "", False, "open"),
    ],
)
def test_what_a_mutant_shows(
    caught_by: tuple[str, ...], compared: bool, difference: str, faint: bool, kind: str
) -> None:
    mutant = Mutant("f", "sign", "x → -x", "")
    assert MutantSeen(mutant, caught_by, compared, difference, "", faint).kind == kind


def test_a_claim_on_several_functions_is_caught_by_what_breaks_it(
    edited: Callable[..., Path],
) -> None:
    claim = """
@ASSIGNMENT.check(
    "claims", "smooth", points=1, asks=PROBE.asks, needs=["moving_average"], end_to_end=True
)
def smoothing_keeps_the_mean(cases, answers):
    \"\"\"A window of one value changes nothing.\"\"\"
    judge_values(PROBE, cases, answers)
"""
    old = "PROBE = Probe("
    folder = edited("checks.py", old, old)
    with (folder / "checks.py").open("a") as checks:
        checks.write(f"\n\n{claim}")
    proof = prove(folder, seeds=range(1), mutants=0)
    assert proof.kills["claims.smooth.smoothing_keeps_the_mean"]["files"] >= 1
    assert proof.idle == []


def test_without_a_domain_what_is_not_caught_is_listed(edited: Callable[..., Path]) -> None:
    folder = edited("checks.py", "asks=PROBE.asks", "asks=lambda rng: PROBE.asks(rng)")
    arguments = ["prove", str(folder), "--mutants", "12", "--seeds", "1", "--workers", "1"]
    done = CliRunner().invoke(main, arguments)
    assert "not caught, and no domain says if wrong" in done.output


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("def f(): pass\n", "the first line must be"),
        ("# wrong: smoothing.median:\n", "there is no median"),
        ("# wrong: other.moving_average:\n", "there is no moving_average in an exercise"),
        ("# wrong: smoothing.moving_average: no-such-id\n", "no misconception is called no-such"),
        ("# wrong: smoothing.moving_average: wrong-typ\n", "there is .*wrong-type"),
    ],
)
def test_a_corpus_that_cannot_be_read_is_said(
    edited: Callable[..., Path], text: str, why: str
) -> None:
    folder = edited("corpus/wrong/smoothing/more.py", "", text)
    with pytest.raises(UnusableCorpus, match=why) as caught:
        prove(folder, mutants=0)
    assert len(str(caught.value).splitlines()) == 1


def test_an_error_in_the_authors_own_code_is_said_in_a_sentence(
    edited: Callable[..., Path],
) -> None:
    folder = edited("checks.py", "    sums = np.concatenate", "    sums = np.concat_all")
    done = CliRunner().invoke(main, ["prove", str(folder), "--mutants", "0", "--workers", "1"])
    assert done.exit_code == 1
    assert "checks.py, line " in done.output
    assert "in truth: AttributeError: module 'numpy' has no attribute 'concat_all'" in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (
            "checks.py",
            "    judge_conduct(PROBE",
            "    1 / 0\n    judge_conduct(PROBE",
            "line 73, in moving_average_changes_nothing: ZeroDivisionError: division by zero",
        ),
        (
            "checks.py",
            "    return within(",
            "    return None and within(",
            "in every_window_gives_its_mean: TypeError: the truth is NoneType, where an Expected",
        ),
        (
            "checks.py",
            "(LENGTH, WIDTH, SIZE, LAYOUT, REPETITION)",
            "(LENGTH, WIDTH, SIZE)",
            "line 61: ValueError: the domain of moving_average needs LAYOUT and REPETITION among",
        ),
        (
            "checks.py",
            "points=8, asks=PROBE.asks",
            "points=8, asks=PROBE",
            "every_window_gives_its_mean: asks=Probe cannot be called; is it `.asks` of it?",
        ),
        (
            "lesson/smoothing.py",
            "def moving_average",
            "def moving_averages",
            "smoothing.py: the solution does not define moving_average at its top level",
        ),
    ],
)
def test_the_mistakes_that_authors_make_are_said_with_their_place(
    edited: Callable[..., Path], name: str, old: str, new: str, said: str
) -> None:
    folder = edited(name, old, new)
    done = CliRunner().invoke(main, ["prove", str(folder), "--mutants", "0", "--workers", "1"])
    assert done.exit_code == 1
    assert said in done.output
    assert "Traceback" not in done.output


def test_nothing_has_to_be_named(edited: Callable[..., Path]) -> None:
    name = "corpus/wrong/smoothing/window_too_short.py"
    folder = edited(name, ": window-too-short", "")
    assert prove(folder, seeds=range(1), mutants=0).unmet == []


def test_without_wrong_and_right_files_nothing_is_proved(tmp_path: Path) -> None:
    (tmp_path / "wrong").mkdir()
    proof = prove(TEMPLATE, corpus=tmp_path, seeds=range(1), mutants=8)
    assert proof.unmet[:2] == ["no wrong file in the corpus", "no right file in the corpus"]


@pytest.mark.parametrize("name", ["weight_init", "scaled_init"])
def test_in_a_checkout_the_corpora_of_the_lessons_are_found(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HERE.parent)
    assert corpus_of(find_assignment(name)).resolve() == FOLDERS[name]
    assert list((corpus_of(find_assignment(name)) / "wrong").glob("*/*.py"))


def test_without_a_lesson_there_is_a_sentence(edited: Callable[..., Path]) -> None:
    folder = edited("lesson/smoothing.py", "# %%", "# %%")
    shutil.move(folder / "lesson", folder / "corpus" / "lesson")
    with pytest.raises(ReleaseError, match="does not exist"):
        prove(folder)
