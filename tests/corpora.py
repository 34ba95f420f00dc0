"""The corpora of this repository's assignments: right and wrong submissions, by assignment."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from autograder.authoring.corpora import Overlay, as_scripts, right_in, solutions_in, wrong_in
from autograder.catalogue import find_assignment

__all__ = [
    "EXERCISES",
    "FOLDERS",
    "HERE",
    "SOLUTIONS",
    "Overlay",
    "as_scripts",
    "right_overlays",
    "right_texts",
    "wrong_overlays",
]

HERE = Path(__file__).parent
SOLUTIONS = HERE.parent / "solutions" / "weight_init"
EXERCISES = ("initializers", "backprop", "diagnostics")
FIRST = "weight_init"
# Assignment -> the folder of its corpora.
FOLDERS = {FIRST: HERE / "corpus", "scaled_init": HERE / "corpus_scaled_init"}


def right_texts(assignment: str = FIRST) -> dict[str, str]:
    """Exercise -> text of its solution."""
    return dict(_solutions(assignment))


@cache
def _solutions(assignment: str) -> dict[str, str]:
    return solutions_in(HERE.parent / "solutions" / assignment, find_assignment(assignment))


def wrong_overlays(assignment: str = FIRST) -> Iterator[Overlay]:
    """Every wrong submission of an assignment, with what its first line says of it."""
    texts = right_texts(assignment)
    return wrong_in(FOLDERS[assignment], find_assignment(assignment), texts)


def right_overlays(assignment: str = FIRST) -> Iterator[Overlay]:
    """Every right submission of an assignment that is an overlay."""
    texts = right_texts(assignment)
    return right_in(FOLDERS[assignment], find_assignment(assignment), texts)
