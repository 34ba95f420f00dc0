"""What `nbgrader autograde` (and formgrader's button) converts notebooks with.

nbgrader reads a submission's notebook, runs it, and reads scores from its outputs. Here it is
given the graded notebook instead, and nothing of a submission is executed in this process or read
by nbformat. Assignments that are not ours take nbgrader's own way.

This is an exporter and not a preprocessor, because a preprocessor is never called for a file that
nbformat cannot read or that is not there, and those students would be lost.
"""

import sys
from typing import Any

from nbgrader.converters.autograde import Autograde
from nbgrader.converters.base import NotebookExporter
from traitlets import Bool, Integer, Unicode

from autograder.nbgrader.autograding import BatchGrader
from autograder.nbgrader.graded_notebook import is_ours
from autograder.nbgrader.patches import OtherNbgrader, patch_autograde


class CourseExporter(NotebookExporter):
    """Hands out the graded notebooks of our assignments; converts all others as usual."""

    seed = Integer(0, help="decides the cases").tag(config=True)
    salt = Unicode("", help="file with a secret").tag(config=True)
    workers = Integer(1, help="processes that grade").tag(config=True)
    unsafe = Bool(False, help="grade without lock-down").tag(config=True)
    pictures = Bool(True, help="draw each student's network").tag(config=True)

    _grader: BatchGrader | None = None

    @property
    def grader(self) -> BatchGrader:
        """What grades the batch of this command."""
        if self._grader is None:
            how = {name: getattr(self, name) for name in ("seed", "salt", "workers", "unsafe")}
            self._grader = BatchGrader(self.parent, {**how, "pictures": self.pictures})
        return self._grader

    def from_filename(
        self, filename: str, resources: Any = None, **options: Any
    ) -> tuple[Any, dict[str, Any]]:
        """The graded notebook; see nbconvert's method of this name."""
        about = (resources or {}).get("nbgrader", {})
        if not is_ours(about.get("assignment", "")):
            return super().from_filename(filename, resources, **options)
        resources.setdefault("metadata", {})["name"] = about["notebook"]
        resources["output_extension"] = self.file_extension
        resources.setdefault("outputs", {})
        return self.grader.text(about["student"], about["notebook"]), resources


try:
    patch_autograde(Autograde)
except OtherNbgrader as error:
    sys.exit(str(error))
