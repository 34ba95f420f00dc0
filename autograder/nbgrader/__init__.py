"""A course with nbgrader: `configure(c)` in nbgrader_config.py puts our grading into its commands.

nbgrader itself stays as it is. What our assignments need stands here; every other assignment of
the course goes nbgrader's own way.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from autograder.locating import UnknownAssignment, package_of
from autograder.nbgrader.installed import find_alembic, require_tried

# `<student>_<exercise>.py`, as the files of a download are to be called.
FILE_NAMES = r".*[\\/](?P<student_id>[^\\/]+?)_(?P<file_id>[a-z]+)(?:\.[A-Za-z]+)?$"
# nbgrader's own, but for the first, and for what strips solutions.
PREPROCESSORS = [
    "autograder.nbgrader.generate_assignment.NotebooksOnly",
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.InstantiateTests",
    "nbgrader.preprocessors.LockCells",
    "autograder.nbgrader.generate_assignment.StripSolutions",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
]


def configure(
    c: Any,
    *,
    seed: int = 0,
    salt: str | None = None,
    workers: int | None = None,
    unsafe: bool = False,
    pictures: bool = True,
    assignments: Sequence[str | os.PathLike[str]] = (),
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
        assignments: folders of assignments that neither this package nor another one brings.
    """
    for folder in assignments:
        try:
            package_of(folder)
        except UnknownAssignment as error:  # as in `require_tried`: it would only be logged
            sys.exit(f"nbgrader_config.py: {error}")
    c.Autograde.exporter_class = "autograder.nbgrader.autograde_exporter.CourseExporter"
    c.CourseExporter.seed = seed
    c.CourseExporter.salt = os.fspath(Path(salt).resolve()) if salt else ""
    c.CourseExporter.workers = workers or os.cpu_count() or 1
    c.CourseExporter.unsafe = unsafe
    c.CourseExporter.pictures = pictures
    c.GenerateAssignment.preprocessors = PREPROCESSORS
    c.ZipCollectApp.extractor_plugin = "autograder.nbgrader.zip_collect.HandInExtractor"
    c.ZipCollectApp.collector_plugin = "autograder.nbgrader.zip_collect.HandInCollector"
    c.FileNameCollectorPlugin.valid_ext = [".ipynb", ".py"]
    if "named_regexp" not in c.FileNameCollectorPlugin:  # a course may have its own
        c.FileNameCollectorPlugin.named_regexp = FILE_NAMES
    if "template_name" not in c.HTMLExporter:
        _make_feedback_readable(c.GenerateFeedback.HTMLExporter)
    find_alembic()
    require_tried()
    from autograder.nbgrader.patches import patch_collect, patch_formgrader

    patch_formgrader()
    patch_collect()


def _make_feedback_readable(page: Any) -> None:
    """Have feedback pages fit a telephone and tell in words what their pictures show."""
    import nbgrader

    page.template_file = "readable.html.j2"
    theirs = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader" / "templates"
    ours = Path(__file__).with_name("templates")
    page.extra_template_basedirs = [os.fspath(ours), os.fspath(theirs)]
