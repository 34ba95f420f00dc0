"""Writes a new assignment: a copy of the template, which is itself an assignment that works."""

import importlib.util
from pathlib import Path

from autograder.locating import files_in, require_name
from autograder.refusals import Refusal

TEMPLATE = Path(__file__).parent / "template"


class NameTaken(Refusal):
    """There is something in the place of the new assignment already."""


def make_assignment(name: str, folder: Path) -> list[Path]:
    """Write the folder of a new assignment.

    Args:
        name: of the assignment and of its folder; what stands before it is a path.
        folder: where that folder goes; made if need be.

    Returns:
        The files.

    Raises:
        UnknownAssignment: no assignment can have this name.
        NameTaken: the folder is there, or a module of that name.
        OSError: something cannot be written.
    """
    place = (folder / name).absolute()
    name = place.name
    require_name(place)
    if place.exists():
        raise NameTaken(f"{place} is there already; nothing was written")
    if importlib.util.find_spec(name):
        raise NameTaken(
            f"there is a module {name} in this Python, which a folder of that name would hide from "
            "what runs beside it; choose another one"
        )
    written = []
    for path in files_in(TEMPLATE):
        goal = place / path.relative_to(TEMPLATE).as_posix().replace("template", name)
        goal.parent.mkdir(parents=True, exist_ok=True)
        goal.write_text(
            path.read_text(encoding="utf-8").replace("template", name), encoding="utf-8"
        )
        written.append(goal)
    return written
