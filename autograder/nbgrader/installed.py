"""Which nbgrader is installed, and what this package needs of it."""

import importlib.util
import os
import sys
from importlib.metadata import version
from pathlib import Path

SERIES = "0.9."  # of nbgrader; patches.py says what is replaced
NEEDS = "this needs nbgrader: pip install 'weight-init-autograder[nbgrader]'"


def has_nbgrader() -> bool:
    """Whether nbgrader is installed, without importing it."""
    return "nbgrader" in sys.modules or importlib.util.find_spec("nbgrader") is not None


def require_tried() -> None:
    """End the program where nbgrader is not of a version that this package was tried with.

    An error would only be logged, and nbgrader would go on without this configuration: it would run
    student code by itself, and grade it wrongly.
    """
    found = version("nbgrader")
    if not found.startswith(SERIES):
        sys.exit(
            f"autograder replaces parts of nbgrader {SERIES}x, and this is {found}: "
            f"pip install 'nbgrader>={SERIES}6,<0.10'"
        )


def find_alembic() -> None:
    """Put this environment's scripts on PATH: nbgrader starts `alembic` by its bare name."""
    scripts = os.fspath(Path(sys.executable).parent)
    places = os.environ.get("PATH", "").split(os.pathsep)
    if scripts not in places:
        os.environ["PATH"] = os.pathsep.join([scripts, *places])
