"""An autograder for exercises on weight initialization and backpropagation.

`grade(path)` grades a submission; in a notebook `check(name)` grades one function and `show()`
draws the network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from autograder._version import __version__

if TYPE_CHECKING:
    from autograder.fronts.notebook import check
    from autograder.grading.submission import grade
    from autograder.pictures.notebook import show

__all__ = ["__version__", "check", "grade", "show"]


def __getattr__(name: str) -> Any:
    # Imported when they are asked for, so that `import autograder` costs nothing.
    if name == "grade":
        from autograder.grading.submission import grade

        return grade
    if name == "check":
        from autograder.fronts.notebook import check

        return check
    if name == "show":
        from autograder.pictures.notebook import show

        return show
    raise AttributeError(f"module 'autograder' has no attribute {name!r}")
