"""Names of folders for students: they stay where they belong, whatever a student is called."""

import hashlib
import re
from collections.abc import Iterable

MAX_NAME = 80  # characters; file systems take 255 bytes
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]*")
# Names that Windows keeps for devices, with any ending.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def folder_names(students: Iterable[str]) -> dict[str, str]:
    """Student -> name of a folder for them; no two the same, not even in upper or lower case.

    A plain name is kept. From any other the plain characters are kept, followed by a hash of the
    name, so it can never lead out of the folder, and is the same in the next export.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    # Plain names first, so that nobody's made-up name takes the place of somebody's real one.
    for student in sorted(students, key=lambda name: (not _is_plain(name), name)):
        name = student if _is_plain(student) else _made_up(student, 10)
        if name.casefold() in taken:
            name = _made_up(student, 32)
        taken.add(name.casefold())
        names[student] = name
    return names


def _is_plain(name: str) -> bool:
    fits = _PLAIN.fullmatch(name) is not None and len(name) <= MAX_NAME
    return fits and not name.endswith(".") and _DEVICE.fullmatch(name) is None


def _made_up(student: str, digits: int) -> str:
    digest = hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()
    kept = "-".join(re.findall(r"[A-Za-z0-9]+", student))[:40].strip("-")
    return f"{kept or 'student'}-{digest[:digits]}"
