"""Who is behind a folder: the identities by which a learning platform knows its students."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from autograder.results.reading import ExportError, some
from autograder.showing import shown

Person = Mapping[str, str]

# Field -> how a header may call it, in lower case and without spaces, dots, dashes, underscores.
# The first name is ours; the others are those of Canvas's and Moodle's own exports.
FIELDS: dict[str, tuple[str, ...]] = {
    "folder": ("folder", "submissionfolder"),
    "name": ("name", "student", "fullname", "studentname"),
    "id": ("id", "canvasid", "canvasuserid"),
    "sis_user_id": ("sisuserid", "sisid"),
    "sis_login_id": ("sisloginid", "login", "loginid"),
    "section": ("section",),
    "username": ("username",),
    "email": ("email", "emailaddress"),
    "idnumber": ("idnumber",),
    "identifier": ("identifier", "participant"),
}
# Which column names the folder, if none is called so: what platforms name downloads after.
_KEYS = ("folder", "username", "sis_login_id", "sis_user_id", "email", "idnumber", "name")
# A person has each of these for themselves.
_UNIQUE = ("id", "sis_user_id", "sis_login_id", "username", "email", "idnumber", "identifier")


@dataclass(frozen=True)
class Roster:
    """A list of people by the folder that their submission is in.

    Attributes:
        people: folder -> person.
        fields: what is known of them, in the order of `FIELDS`.
        key: the field that names the folder.
    """

    people: Mapping[str, Person]
    fields: tuple[str, ...] = ()
    key: str = "folder"
    _alike: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for folder in self.people:
            self._alike.setdefault(alike(folder), []).append(folder)

    def folder_of(self, student: str) -> str | None:
        """How the roster writes a folder's name: exactly, or else the only one that is alike."""
        if student in self.people:
            return student
        spellings = self._alike.get(alike(student), [])
        return spellings[0] if len(spellings) == 1 else None

    def find(self, student: str) -> Person | None:
        """The person whose folder that is, if they are in the list."""
        folder = self.folder_of(student)
        return None if folder is None else self.people[folder]

    def without_result(self, students: Iterable[str]) -> list[str]:
        """The folders of the roster for which there is no result."""
        seen = {self.folder_of(student) for student in students}
        return [folder for folder in self.people if folder not in seen]


def alike(name: str) -> str:
    """A form that is the same for names that a platform takes for one.

    Case, outer spaces, and how accents are encoded do not count.
    """
    return unicodedata.normalize("NFC", name).strip().casefold()


def read_roster(path: Path) -> Roster:
    """A roster from a CSV file with a header line; see `FIELDS` for its columns.

    Raises:
        ExportError: it cannot be read, names no folders, or gives two people one identity.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ExportError(f"the roster {path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError:
        raise ExportError(f"the roster {path} is not UTF-8 text; save it as CSV UTF-8") from None
    return parse_roster(text, str(path))


def parse_roster(text: str, name: str = "the roster") -> Roster:
    """The same from text; `name` is what messages call it."""
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise ExportError(f"{name} is not a CSV file: {error}") from error
    columns = _columns(lines[0] if lines else [], name)
    key = next((key for key in _KEYS if key in columns), None)
    if key is None:
        raise ExportError(f"{name} has no column `folder` (nor username, SIS Login ID, email …)")
    people = _people(lines[1:], columns, key, name)
    fields = tuple(field for field in FIELDS if field in columns and field != "folder")
    _refuse_shared(people, fields, name)
    return Roster(people, fields, key)


def _columns(header: list[str], name: str) -> dict[str, int]:
    columns: dict[str, int] = {}
    for index, title in enumerate(header):
        plain = re.sub(r"[\s._-]+", "", title).lower()
        for known, spellings in FIELDS.items():
            if plain in spellings:
                if known in columns:
                    raise ExportError(f"{name} has two columns for `{known}`; keep one")
                columns[known] = index
    return columns


def _people(
    lines: list[list[str]], columns: dict[str, int], key: str, name: str
) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for line in lines:
        person = {
            known: line[index].strip() if index < len(line) else ""
            for known, index in columns.items()
        }
        folder = person[key]
        if not folder:
            continue  # a blank line, or the second line of a gradebook, with the points possible
        if folder in people:
            raise ExportError(f"{name} lists {shown(folder)} twice; keep one line for each folder")
        people[folder] = person
    if not people:
        raise ExportError(f"{name} lists nobody")
    return people


def _refuse_shared(people: Mapping[str, Person], fields: Iterable[str], name: str) -> None:
    # Two folders that become one identity would overwrite each other's grade.
    for known in (known for known in fields if known in _UNIQUE):
        owners: dict[str, str] = {}
        for folder, person in people.items():
            value = person[known].casefold()
            if value and value in owners:
                both = some([owners[value], folder])
                raise ExportError(f"{name} gives {both} the same {known}, {shown(person[known])}")
            owners[value] = folder
