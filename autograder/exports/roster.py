"""Who is behind a folder: the identities by which a learning platform knows its students."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from autograder.exports.matching import Index, alike
from autograder.exports.worksheets import gradebook_columns, worksheet_words
from autograder.results.reading import ExportError
from autograder.results.table_text import NoTable, table_text, with_separator
from autograder.showing import shown, some

Person = Mapping[str, str]

# Field -> how a header may call it, in lower case and without spaces, dots, dashes, underscores.
# The first name is ours; the others are those of the platforms' own exports.
FIELDS: dict[str, tuple[str, ...]] = {
    "folder": ("folder", "submissionfolder"),
    "name": ("name", "student", "fullname", "studentname"),
    "last_name": ("lastname", "surname", "familyname"),
    "first_name": ("firstname", "givenname"),
    "id": ("id", "canvasid", "canvasuserid"),
    "sis_user_id": ("sisuserid", "sisid"),
    "sis_login_id": ("sisloginid", "login", "loginid"),
    "section": ("section",),
    "username": ("username",),
    "email": ("email", "emailaddress"),
    "idnumber": ("idnumber", "studentid", "orgdefinedid"),
    "identifier": ("identifier", "participant"),
}
# Which column names the folder, if none is called so: what platforms name downloads after, and what
# tells people apart where that is empty.
_KEYS = (
    *("folder", "username", "sis_login_id", "sis_user_id", "email", "idnumber", "identifier"),
    *("id", "name"),
)
# A person has each of these for themselves.
_UNIQUE = ("id", "sis_user_id", "sis_login_id", "username", "email", "idnumber", "identifier")
# Lines of Canvas's gradebook that are nobody's, by what stands where the name would.
_NOBODY = ("points possible", "manual posting", "student, test")


@dataclass(frozen=True)
class Roster:
    """A list of people by the folder that their submission is in.

    Attributes:
        people: folder -> person. A person's own grades in other columns are under "=title".
        fields: what is known of them, in the order of `FIELDS`.
        titles: the other columns of the list.
        words: our titles of the columns of Moodle's worksheet -> as the list has them.
    """

    people: Mapping[str, Person]
    fields: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    _alike: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for folder in self.people:
            self._alike.setdefault(alike(folder), []).append(folder)

    @cached_property
    def _index(self) -> Index:
        return Index(self.people)

    def folders_of(self, students: Iterable[str]) -> dict[str, str]:
        """How the roster writes the names of a class's folders, of those who are in it: exactly, or
        else the only one that is alike, or else that of the only person who is meant by a name that
        the platform made."""
        students = list(students)
        logins = any(map(self._index.by_login, students))
        found = {student: self._folder_of(student, logins) for student in students}
        return {student: folder for student, folder in found.items() if folder is not None}

    def _folder_of(self, student: str, logins: bool) -> str | None:
        if student in self.people:
            return student
        spellings = self._alike.get(alike(student), [])
        if spellings:
            return spellings[0] if len(spellings) == 1 else None
        return self._index.find(student, logins=logins)

    def without_result(self, students: Iterable[str]) -> list[str]:
        """The folders of the roster for which there is no result."""
        seen = set(self.folders_of(students).values())
        return [folder for folder in self.people if folder not in seen]

    def column(self, title: str) -> str | None:
        """The one column of the list that is that assignment's, as the list writes its title.

        `weight_init` is `Weight Init (991)`, and `Weight Init [Total Pts: 100 Score] |12345`.
        """
        exact = [known for known in self.titles if known == title]
        if exact:
            return exact[0]
        found = [known for known in self.titles if _plain(known) == _plain(title)]
        return found[0] if len(found) == 1 else None


def _plain(title: str) -> str:
    """A title without what platforms put behind it."""
    title = re.sub(r"\s*\[Total Pts:.*|\s*\(\d+\)\s*$|\s*Points Grade.*", "", title, flags=re.I)
    return re.sub(r"[\W_]+", "", title).casefold()


def read_roster(path: Path) -> Roster:
    """A roster from a CSV file with a header line; see `FIELDS` for its columns.

    Raises:
        ExportError: it cannot be read, names no folders, or gives two people one identity.
    """
    try:
        text, separator, _ = table_text(path.read_bytes())
    except OSError as error:
        raise ExportError(f"the roster {path} cannot be read: {error.strerror}") from error
    except NoTable as error:
        raise ExportError(f"the roster {path} {error}") from None
    return _parsed(text, separator, str(path))


def parse_roster(text: str, name: str = "the roster") -> Roster:
    """The same from text; `name` is what messages call it.

    Raises:
        ExportError: it is no list of this kind.
    """
    text, separator, _ = with_separator(text)
    return _parsed(text, separator, name)


def _parsed(text: str, separator: str, name: str) -> Roster:
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise ExportError(f"{name} is not a CSV file: {error}") from error
    header = lines[0] if lines else []
    # German Moodle calls its participants' column "ID"; what any other name says counts.
    may_be = bool(header) and _field(header[0]) in (None, "id", "identifier")
    words = worksheet_words(lines) if may_be else {}
    columns = _columns(header, name, words)
    if columns.keys() <= {"email", "idnumber"}:  # the titles that languages share
        columns = gradebook_columns(lines) | columns
    keys = [key for key in _KEYS if key in columns]
    if not keys:
        raise ExportError(f"{name} has no column `folder` (nor username, SIS Login ID, email …)")
    others = {title.strip(): at for at, title in enumerate(header) if at not in columns.values()}
    people = _people(lines[1:], columns, others, keys, name)
    fields = tuple(field for field in FIELDS if field in columns and field != "folder")
    _refuse_shared(people, fields, name)
    return Roster(people, fields, tuple(others), words)


def _columns(header: list[str], name: str, words: Mapping[str, str]) -> dict[str, int]:
    columns: dict[str, int] = {"identifier": 0} if words else {}
    for index, title in list(enumerate(header))[len(columns) :]:
        known = _field(title)
        if known in columns:
            raise ExportError(f"{name} has two columns for `{known}`; keep one")
        if known is not None:
            columns[known] = index
    return columns


def _field(title: str) -> str | None:
    plain = re.sub(r"[\s._-]+", "", title).lower()
    return next((known for known, spellings in FIELDS.items() if plain in spellings), None)


def _people(
    lines: list[list[str]],
    columns: dict[str, int],
    others: Mapping[str, int],
    keys: list[str],
    name: str,
) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for line in lines:
        person = {
            known: line[index].strip() if index < len(line) else ""
            for known, index in (*columns.items(), *((f"={t}", at) for t, at in others.items()))
        }
        if "name" not in person:
            both = (person.get("first_name", ""), person.get("last_name", ""))
            person["name"] = " ".join(part for part in both if part)
        folder = next((person[key] for key in keys if person[key]), "")
        if not folder or person["name"].casefold() in _NOBODY:
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
