"""Who on a platform's own list is meant by the name of a folder that the platform made.

Canvas and Moodle write their number of a person into the name (`doejane_4712`, `Participant_17`,
`Jane Doe_17`), Sakai, and Gradescope's names as they are read here, a login or an id in brackets
(`Doe, Jane(jdoe)`), ILIAS login and number (`Doe_Jane_jdoe_123`), Brightspace and Teams the name
alone. Whoever two people could be is nobody.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

Person = Mapping[str, str]

_LAST_NUMBER = re.compile(r"_(\d+)$")
_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")
_BRIGHTSPACE = re.compile(r"(?P<user>\d+)-\d+ - (?P<name>.+)", re.DOTALL)
_IDS = ("id", "identifier", "idnumber", "sis_user_id", "sis_login_id", "username", "email")
_LOGINS = ("username", "sis_login_id", "email", "idnumber", "sis_user_id", "id")


def alike(name: str) -> str:
    """A form that is the same for names that a platform takes for one.

    Case, outer spaces, and how accents are encoded do not count.
    """
    return unicodedata.normalize("NFC", name).strip().casefold()


class Index:
    """People of a list by everything that a folder's name can say of them."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        """Read the list: key -> person."""
        self._by: dict[tuple[str, str], set[str]] = {}
        for key, person in people.items():
            for field, value in _known(person):
                self._by.setdefault((field, value), set()).add(key)
        # Where the list has numbers, one that it has not is somebody else's, whatever their name.
        self._numbered = any(field == "number" for field, _ in self._by)

    def by_login(self, student: str) -> bool:
        """Whether what stands in brackets behind a folder's name is somebody's in the list."""
        said = _BRACKETS.search(student)
        return said is not None and any((f, alike(said[1])) in self._by for f in _LOGINS)

    def find(self, student: str, *, logins: bool = False) -> str | None:
        """The key of the only person whom a folder's name can mean; None if there is none.

        Args:
            student: the folder's name.
            logins: what stands in brackets is of a kind that the list has: one that it has not is
                somebody else's, whatever their name.
        """
        if logins and _BRACKETS.search(student) and not self.by_login(student):
            return None
        readings = [*_readings(student)]
        if not self._numbered and _LAST_NUMBER.search(student):  # Moodle's, and its gradebook
            readings.append((("name",), words(_LAST_NUMBER.sub("", student))))
        for fields, said in readings:
            found: set[str] = set()
            for field in fields:
                found |= self._by.get((field, alike(said)), set())
            if found:
                return found.pop() if len(found) == 1 else None
        return None


def _known(person: Person) -> Iterator[tuple[str, str]]:
    for field in _IDS:
        value = alike(person.get(field, "")).removeprefix("#")  # which Brightspace puts before ids
        if value:
            yield field, value
        if field == "email" and value:
            yield "mailbox", value.partition("@")[0]
        if field == "identifier" and (number := re.search(r"(\d+)$", value)):
            yield "number", number[1]  # "Participant 1234567", in whatever language
        if field == "id" and value.isdecimal():
            yield "number", value
    if name := person.get("name", ""):
        yield "name", words(name)


def words(name: str) -> str:
    """A name whichever of its parts stands first: `Doe, Jane` and `Jane Doe` are one."""
    return " ".join(sorted(re.split(r"[\W_]+", alike(name)))).strip()


def _readings(student: str) -> Iterator[tuple[Iterable[str], str]]:
    """(Fields, what one of them must say), the surest reading of a folder's name first."""
    yield _IDS, student
    if number := _LAST_NUMBER.search(student):
        yield ("number",), number[1]
    if brackets := _BRACKETS.search(student):
        yield _LOGINS, brackets[1]
    if brightspace := _BRIGHTSPACE.fullmatch(student):
        yield ("id",), brightspace["user"]
        yield ("name",), words(brightspace["name"])
    parts = student.split("_")
    if len(parts) >= 3 and parts[-1].isdecimal():  # ILIAS: the login before the number
        yield ("username", "sis_login_id", "mailbox"), parts[-2]
    yield ("name",), words(_BRACKETS.sub("", student))
    yield ("mailbox",), student
