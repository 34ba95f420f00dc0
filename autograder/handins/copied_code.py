"""Whether a hand-in holds code of the grader's own, which the kit ships and no student writes.

The kit has what checks are made of, and a ruler among it. What somebody copies from there into a
file of their own is found by its fingerprints, also under other names; a person decides.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from autograder import notes
from autograder.handins.likeness import functions_written
from autograder.handins.submission import HandIn
from autograder.handins.winnowing import Prints, prints_of, shared
from autograder.model import Note

PACKAGE = Path(__file__).parents[1]
# Modules beside the assignment's own that compute something a stub could use.
ENGINE = ("numerics.py", "checking")
# Fingerprints that a hand-in may share with one of them by chance: of the corpora of right and
# wrong work none shares more than 8 (with a module of known wrong answers), the solutions 1.
COMMON = 12


def notes_on_copies(
    asked: Prints,
    others: Sequence[Sequence[str]],
    functions: Collection[str],
    assignment: Path | None,
) -> list[Note]:
    """A note on a hand-in that holds code of ours; none on most.

    Args:
        asked: fingerprints of the functions that the exercises ask for.
        others: the words of its other functions.
        assignment: the folder of the assignment's package.
    """
    if assignment is None:
        return []
    theirs = np.union1d(asked, prints_of(others)) if others else asked
    if theirs.size <= COMMON or (
        shared(theirs, _together(assignment, frozenset(functions))) <= COMMON
    ):
        return []  # as on nearly all hand-ins, with one comparison
    ours = _own_prints(assignment, frozenset(functions))
    counts = {name: shared(theirs, prints) for name, prints in ours.items()}
    copied = sorted(name for name, count in counts.items() if count > COMMON)
    return [notes.COPIED(modules=", ".join(copied))] if copied else []


def know_ours(functions: Collection[str], assignment: Path | None) -> None:
    """Read what is ours now, 0.07 s, so that the first hand-in need not wait for it."""
    if assignment is not None:
        _together(assignment, frozenset(functions))


@lru_cache(maxsize=8)
def _own_prints(assignment: Path, functions: frozenset[str]) -> dict[str, Prints]:
    """Module, as people find it in the kit -> its fingerprints."""
    found = {}
    for place in (assignment, *(PACKAGE / name for name in ENGINE)):
        for path in [place] if place.is_file() else sorted(place.rglob("*.py")):
            within = path.is_relative_to(PACKAGE.parent)
            name = path.relative_to(PACKAGE.parent).as_posix() if within else path.name
            written = functions_written([HandIn("", path.name, path.read_bytes())], functions)
            found[name] = prints_of([*written.asked.values(), *written.others])
    return found


@lru_cache(maxsize=8)
def _together(assignment: Path, functions: frozenset[str]) -> Prints:
    return np.unique(np.concatenate(list(_own_prints(assignment, functions).values())))
