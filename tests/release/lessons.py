"""What the tests of lessons share: the places, the scripts, their text, and the solved modules."""

import doctest
import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

from autograder.catalogue import find_assignment
from autograder.release.build import read_solutions
from autograder.release.script import Script
from autograder.release.stubs import tasks_of

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "autograder"
SOLUTIONS = ROOT / "solutions" / "weight_init"
EXERCISES = ROOT / "exercises" / "weight_init"
NAMES = ("initializers", "backprop", "diagnostics")


ASSIGNMENT = find_assignment("weight_init")


@cache
def points() -> dict[str, float]:
    return ASSIGNMENT.points()


@cache
def scripts() -> dict[str, Script]:
    return {script.exercise: script for script in read_solutions(SOLUTIONS)}


def load(path: Path) -> ModuleType:
    """A script as a module of its own, run as an import runs it."""
    spec = importlib.util.spec_from_file_location(f"lesson_{path.stem}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where doctest looks functions up
    spec.loader.exec_module(module)
    return module


@cache
def solved(name: str) -> ModuleType:
    return load(SOLUTIONS / f"{name}.py")


def text_of(script: Script) -> str:
    """A lesson's text, its line breaks gone; without the model answer."""
    kept = [cell for cell in script.cells if cell.kind == "markdown" and cell.answer is None]
    return " ".join(" ".join(cell.source for cell in kept).split())


def is_rounded(written: str, value: float) -> bool:
    """Whether a number, as it is written, is the value rounded to its digits."""
    digits, _, power = written.replace("−", "-").partition("e")
    half = 0.5 * 10.0 ** (int(power or 0) - len(digits.partition(".")[2]))
    return abs(float(written.replace("−", "-")) - value) <= half * (1 + 1e-6)


def require_right_examples(script: Script, module: ModuleType) -> None:
    """Every task but the predictions has examples in its docstring, and they are right."""
    tests = doctest.DocTestFinder().find(module, script.exercise, module)
    with_examples = {test.name.partition(".")[2] for test in tests if test.examples}
    assert with_examples == {task.name for task in tasks_of(script).values()} - {"PREDICTIONS"}
    for test in tests:
        assert doctest.DocTestRunner(verbose=False).run(test).failed == 0, test.name
