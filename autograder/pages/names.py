"""How students appear in pages: under their names, or under numbers that give nothing away."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from autograder.exports.folder_names import folder_names
from autograder.showing import shown

MAX_NAME = 80  # characters that are shown


@dataclass(frozen=True, slots=True)
class ShownName:
    """One student in the pages."""

    name: str
    page: str


def shown_name(student: str) -> str:
    """A student's name as it is shown."""
    return shown(student, MAX_NAME) or "(no name)"


def named(students: Iterable[str]) -> dict[str, ShownName]:
    """Everybody under their own name."""
    students = list(students)
    folders = folder_names(students)
    return {
        student: ShownName(shown_name(student), f"{folders[student]}.html") for student in students
    }


def anonymous(students: Iterable[str]) -> dict[str, ShownName]:
    """Everybody under a number, dealt out anew each time: neither the order of the names nor a
    hash of one tells who it is."""
    students = sorted(students)
    secrets.SystemRandom().shuffle(students)
    digits = len(str(len(students)))
    return {
        student: ShownName(f"Student {number:0{digits}d}", f"student-{number:0{digits}d}.html")
        for number, student in enumerate(students, 1)
    }
