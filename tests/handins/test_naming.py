"""File names are taken back to what they mean."""

from __future__ import annotations

import pytest

from autograder.handins.naming import exercise_name, owner, shown

EXERCISES = ("initializers", "backprop", "diagnostics")


@pytest.mark.parametrize(
    ("name", "plain", "prefix", "number"),
    [
        ("backprop.py", "backprop.py", "", 0),
        ("backprop-1.py", "backprop.py", "", 1),
        ("backprop (2).ipynb", "backprop.ipynb", "", 2),
        ("backprop(3).py", "backprop.py", "", 3),
        ("backprop-Copy1.ipynb", "backprop.ipynb", "", 1),
        ("Copy of backprop.ipynb", "backprop.ipynb", "", 0),
        ("backprop copy 2.py", "backprop.py", "", 2),
        ("backprop-1 (2).py", "backprop.py", "", 2),
        ("BackProp.PY", "backprop.py", "", 0),
        ("name_123_backprop.py", "backprop.py", "name_123", 0),
        ("ann-initializers-4.py", "initializers.py", "ann", 4),
    ],
)
def test_renamings_are_taken_back(name: str, plain: str, prefix: str, number: int) -> None:
    named = exercise_name(name, EXERCISES)
    assert named is not None
    assert (named.plain, named.prefix, named.number) == (plain, prefix, number)


@pytest.mark.parametrize(
    "name", ["backprop.txt", "mybackprop.py", "test_backprop.py", "backprop", "backprop.py.bak"]
)
def test_other_files_are_left_alone(name: str) -> None:
    assert exercise_name(name, EXERCISES) is None


@pytest.mark.parametrize(
    ("name", "student", "rest", "late"),
    [
        ("Ann Lee_123456_assignsubmission_file_", "Ann Lee_123456", "", False),
        ("Ann Lee_123456_assignsubmission_file", "Ann Lee_123456", "", False),
        ("Ann Lee_12_assignsubmission_file_backprop.py", "Ann Lee_12", "backprop.py", False),
        ("leeann_12345_67890_backprop-1.py", "leeann_12345", "backprop-1.py", False),
        ("leeann_LATE_12345_67890_backprop.py", "leeann_12345", "backprop.py", True),
        ("name_123_backprop.py", "name_123", "name_123_backprop.py", False),
    ],
)
def test_course_systems_names_say_whose_it_is(
    name: str, student: str, rest: str, late: bool
) -> None:
    whose = owner(name, EXERCISES)
    assert whose is not None
    assert (whose.student, whose.rest, whose.late) == (student, rest, late)


@pytest.mark.parametrize("name", ["ann", "backprop.py", "Ann Lee", "notes.txt"])
def test_a_plain_name_says_nothing(name: str) -> None:
    assert owner(name, EXERCISES) is None


def test_what_is_shown_cannot_command_a_terminal() -> None:
    assert shown("\x1b[2J\n\u202eeman\udcff ü") == r"\x1b[2J\n\u202eeman\udcff ü"
