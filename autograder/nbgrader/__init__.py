"""A course with nbgrader: `configure(c)` in nbgrader_config.py puts our grading into its commands.

nbgrader itself stays as it is. What our assignments need stands here; every other assignment of
the course goes nbgrader's own way.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

NEEDS = "this needs nbgrader: pip install 'weight-init-autograder[nbgrader]'"
# `<student>_<exercise>.py`, as the files of a download are to be called.
FILE_NAMES = r".*[\\/](?P<student_id>[^\\/]+?)_(?P<file_id>[a-z]+)(?:\.[A-Za-z]+)?$"
_STRIPPED = "autograder.nbgrader.assign.StripSolutions"
_STOCK = "nbgrader.preprocessors."


def configure(
    c: Any,
    *,
    seed: int = 0,
    salt: str | None = None,
    workers: int | None = None,
    unsafe: bool = False,
    pictures: bool = True,
) -> None:
    """Have `nbgrader` grade our assignments; called in nbgrader_config.py with `get_config()`.

    nbgrader reads its configuration several times a command, so everything is assigned as a whole.

    Args:
        c: the configuration.
        seed: decides the cases, as `autograder grade --seed`.
        salt: path of a file with a secret, as `autograder grade --salt`.
        workers: processes that grade; as many as cores.
        unsafe: grade although nothing can be locked down here.
        pictures: draw each student's own network into the graded notebooks.
    """
    c.Autograde.exporter_class = "autograder.nbgrader.exporter.CourseExporter"
    c.CourseExporter.seed = seed
    c.CourseExporter.salt = os.fspath(Path(salt).resolve()) if salt else ""
    c.CourseExporter.workers = workers or os.cpu_count() or 1
    c.CourseExporter.unsafe = unsafe
    c.CourseExporter.pictures = pictures
    c.GenerateAssignment.preprocessors = [
        "autograder.nbgrader.assign.NotebooksOnly",
        f"{_STOCK}IncludeHeaderFooter",
        f"{_STOCK}InstantiateTests",
        f"{_STOCK}LockCells",
        _STRIPPED,
        f"{_STOCK}ClearOutput",
        f"{_STOCK}CheckCellMetadata",
        f"{_STOCK}ComputeChecksums",
        f"{_STOCK}SaveCells",
        f"{_STOCK}ClearHiddenTests",
        f"{_STOCK}ClearMarkScheme",
        f"{_STOCK}ComputeChecksums",
        f"{_STOCK}CheckCellMetadata",
    ]
    c.FileNameCollectorPlugin.valid_ext = [".ipynb", ".py"]
    if "named_regexp" not in c.FileNameCollectorPlugin:  # a course may have its own
        c.FileNameCollectorPlugin.named_regexp = FILE_NAMES
    find_alembic()


def find_alembic() -> None:
    """Put this environment's scripts on PATH: nbgrader starts `alembic` by its bare name."""
    scripts = os.fspath(Path(sys.executable).parent)
    places = os.environ.get("PATH", "").split(os.pathsep)
    if scripts not in places:
        os.environ["PATH"] = os.pathsep.join([scripts, *places])
