"""What `pytest autograder` does before it grades, for which every student waits."""

import subprocess
import sys

import autograder.catalogue
import autograder.grading.examiner

# Modules of Python's that take milliseconds to import and that few hand-ins need.
SELDOM = ("difflib", "fractions", "statistics", "tarfile", "zoneinfo")


def test_what_few_hand_ins_need_is_not_imported() -> None:
    program = (
        "import sys, numpy.random, pytest; before = set(sys.modules); import autograder.conftest\n"
        "from autograder.catalogue import find_assignment; find_assignment('weight_init')\n"
        f"print(*sorted((set(sys.modules) - before) & set({SELDOM!r})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


def test_our_own_modules_are_loaded_as_they_are_written() -> None:
    for module in (autograder.catalogue, autograder.grading.examiner):
        assert type(module.__loader__).__name__ == "SourceFileLoader"
