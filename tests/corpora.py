"""The corpora of right and wrong submissions, as whole submissions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from autograder.authoring.corpora import Overlay, as_scripts, right_in, wrong_in
from autograder.catalogue import find_assignment

__all__ = ["Overlay", "as_scripts", "right_overlays", "right_texts", "wrong_overlays"]
HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
SOLUTIONS = HERE.parent / "solutions" / "weight_init"
EXERCISES = ("initializers", "backprop", "diagnostics")


def right_texts() -> dict[str, str]:
    """Exercise -> text of its solution."""
    return {name: (SOLUTIONS / f"{name}.py").read_text(encoding="utf-8") for name in EXERCISES}


def wrong_overlays() -> Iterator[Overlay]:
    """Every wrong submission, with what its first line says of it."""
    yield from wrong_in(CORPUS, find_assignment("weight_init"), right_texts())


def right_overlays() -> Iterator[Overlay]:
    """Every right submission that is an overlay."""
    yield from right_in(CORPUS, find_assignment("weight_init"), right_texts())
