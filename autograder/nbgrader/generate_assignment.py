"""What `nbgrader generate_assignment` does differently for our assignments.

nbgrader copies every file beside the notebooks to students, and lets an answer through whose
opening marker is mistyped. Here both end the command, and nothing is released.
"""

import os
from pathlib import Path
from typing import Any

from nbgrader.preprocessors import ClearSolutions, NbGraderPreprocessor

from autograder.nbgrader.graded_notebook import is_ours
from autograder.release.errors import ReleaseError
from autograder.release.script import ScriptCell
from autograder.release.stubs import INVITATION, task_of


class NotebooksOnly(NbGraderPreprocessor):
    """Refuses to release an assignment of ours while other files lie beside its notebooks."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Look at the folder; the notebook stays as it is.

        Raises:
            ReleaseError: there is another file.
        """
        name = resources["nbgrader"]["assignment"]
        if is_ours(name):
            course = self.parent.parent.coursedir
            refuse_others(Path(course.format_path(course.source_directory, ".", name)))
        return nb, resources


def refuse_others(folder: Path) -> None:
    """Raise if a folder of source/ holds anything but notebooks."""
    for root, _, names in os.walk(folder):
        for name in names:
            path = Path(root, name)
            if path.suffix != ".ipynb" and ".ipynb_checkpoints" not in path.parts:
                message = "nbgrader would hand this file to students as it is; move it elsewhere"
                raise ReleaseError(path, None, message)


class StripSolutions(ClearSolutions):
    """Leaves the stubs that `autograder release` leaves; strict about the markers."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Strip every cell that students write.

        Raises:
            ReleaseError: a cell that students write holds no solution between exact markers.
        """
        about = resources["nbgrader"]
        if not is_ours(about["assignment"]):
            return super().preprocess(nb, resources)
        place = Path(f"{about['notebook']}.ipynb")
        for number, cell in enumerate(nb.cells, 1):
            _strip(place, number, cell)
        return nb, resources


def _strip(place: Path, number: int, cell: Any) -> None:
    solution = cell.metadata.get("nbgrader", {}).get("solution", False)
    if cell.cell_type == "markdown":
        if solution:
            cell.source = INVITATION
        return
    if cell.cell_type != "code":
        return
    task = task_of(place, ScriptCell("code", cell.source, 1, "# %%"))
    if solution and task is None:
        message = f"cell {number} is the student's to write and has no solution markers"
        raise ReleaseError(place, None, message)
    if task is not None:
        cell.source = task.stub
