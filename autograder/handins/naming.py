"""File names as students, browsers and course systems make them, taken back to what they mean.

Moodle's "download all submissions" names a folder `Ann Lee_123456_assignsubmission_file_` (without
the last underscore since 4.x), or, without folders, puts that in front of every file. Canvas puts
`leeann_12345_67890_` in front of every file (name, user, attachment), with `LATE` behind the name,
and a resubmission of `backprop.py` is called `backprop-1.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from autograder.handins.submission import ENDINGS
from autograder.showing import shown as shown

_MOODLE = re.compile(r"(?P<name>[^_]*_\d+)_assignsubmission_[a-z]+(?:_(?P<rest>.*))?", re.DOTALL)
_CANVAS = re.compile(r"(?P<name>[^_]+)(?P<late>_LATE)?(?P<user>_\d+)_\d+_(?P<rest>.+)", re.DOTALL)
_NUMBERED = re.compile(r"(?:[-_]|[ _]?\()(?P<number>\d{1,4})\)?$")
_COPIED = re.compile(
    r"(?:[-_ ]copy[ ]?(?P<number>\d{0,4})|[ ]?\((?:another )?copy\))$", re.IGNORECASE
)
_COPY_OF = re.compile(r"^copy of ", re.IGNORECASE)
_BETWEEN = "_- ."
_NEVER_MEANT = {"test", "tests", ".", "._"}  # a student's own tests of the exercise


@dataclass(frozen=True, slots=True)
class ExerciseName:
    """What a file name says.

    Attributes:
        exercise: the exercise's stem.
        ending: `.py` or `.ipynb`.
        prefix: what stood before the exercise's name, usually whose it is.
        number: which of several uploads or downloads this is; 0 when it says nothing.
        copied: it calls itself a copy.
        exact: the rest of the name is spelled as the exercise's.
    """

    exercise: str
    ending: str
    prefix: str = ""
    number: int = 0
    copied: bool = False
    exact: bool = True

    @property
    def plain(self) -> str:
        """The name as the exercise has it."""
        return self.exercise + self.ending


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose file or folder this is, by a course system's way of naming it.

    Attributes:
        student: an id that no two students share.
        rest: the file's own name; empty for a folder.
        late: it says that it was handed in late.
    """

    student: str
    rest: str
    late: bool = False


def exercise_name(name: str, exercises: Iterable[str]) -> ExerciseName | None:
    """What a file is called once renamings are taken back, or None if it is no exercise file."""
    stem, dot, ending = name.rpartition(".")
    ending = (dot + ending).lower()
    if ending not in ENDINGS:
        return None
    number, copied = 0, bool(_COPY_OF.match(stem))
    stem = _COPY_OF.sub("", stem)
    while match := _COPIED.search(stem) or _NUMBERED.search(stem):
        copied = copied or match.re is _COPIED
        number = number or int(match["number"] or 0)
        stem = stem[: match.start()]
    for exercise in sorted(exercises, key=len, reverse=True):
        if stem.casefold().endswith(exercise.casefold()):
            prefix = stem[: len(stem) - len(exercise)]
            if prefix and (prefix[-1] not in _BETWEEN or prefix[:-1].casefold() in _NEVER_MEANT):
                continue
            owner_prefix = prefix.rstrip(_BETWEEN)
            return ExerciseName(exercise, ending, owner_prefix, number, copied, stem == exercise)
    return None


def owner(name: str, exercises: Iterable[str]) -> Owner | None:
    """Whose a file or folder at the top of a class is, or None if its name does not say."""
    if match := _MOODLE.fullmatch(name):
        return Owner(match["name"], match["rest"] or "")
    if match := _CANVAS.fullmatch(name):
        return Owner(match["name"] + match["user"], match["rest"], bool(match["late"]))
    named = exercise_name(name, exercises)
    if named is not None and named.prefix:
        return Owner(named.prefix, name)
    return None


def counted(number: int, thing: str) -> str:
    """So many of a thing, in words."""
    return f"{number:,} {thing}" + ("" if number == 1 else "s")
