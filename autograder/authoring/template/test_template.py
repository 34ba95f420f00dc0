"""`pytest` in this folder: the checks are as good as `bounds` in `__init__.py` demands."""

from pathlib import Path

from autograder.authoring.proof import prove


def test_the_checks_catch_what_is_wrong_and_let_through_what_is_right():
    """Wrong and right files of corpus/, and some mutants of the solution in lesson/."""
    assert prove(Path(__file__).parent, mutants=40).unmet == []
