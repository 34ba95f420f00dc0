"""An autograder for exercises on weight initialization and backpropagation.

`grade(path)` grades a submission; in a notebook `check(name)` grades one function and `show()`
draws the network; with `time_limit(seconds)` the exercises' demonstrations come to an end.
"""

from autograder._version import __version__

# Nothing else is imported here, not even of Python's own: with `python -m autograder` that would
# be looked for in the working folder first, see `__main__`. Type checkers know the name.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from autograder.fronts.notebook import check
    from autograder.grading.submission import grade
    from autograder.pictures.notebook import show
    from autograder.student.host.watchdog import time_limit

__all__ = ["__version__", "check", "grade", "show", "time_limit"]


def __getattr__(name: str) -> object:
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
    if name == "time_limit":
        from autograder.student.host.watchdog import time_limit

        return time_limit
    raise AttributeError(f"module 'autograder' has no attribute {name!r}")
