"""What the tests of the release share: the places, the scripts, and the solved modules."""

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType

from autograder.catalogue import find_assignment
from autograder.release.build import read_solutions
from autograder.release.script import Script

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
    spec.loader.exec_module(module)
    return module


@cache
def solved(name: str) -> ModuleType:
    return load(SOLUTIONS / f"{name}.py")
