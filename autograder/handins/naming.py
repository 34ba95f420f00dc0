"""File names as students, browsers, editors and clouds make them, taken back to what they mean.

A name means an exercise when the exercise's stem stands in it as a word of its own and its ending
is one of `ENDINGS`. What stands before and behind is a person's name, or says that the file is a
copy, a version or a download: `backprop (1).py`, `Kopie von backprop.ipynb`,
`“backprop.ipynb”的副本.ipynb`, `backprop__20261103142205.py`, `backprop_Doe_Jane.ipynb`.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from autograder.handins.submission import ENDINGS

# How file managers, Jupyter, Colab and Drive say "copy", and how people say "another version".
_COPY_WORDS = (
    "copy of|copy|another copy|kopie von|kopie van|kopie|copie de|copie|copia de|copia di|copia"
    "|cópia de|cópia|còpia de|còpia|kopia pliku|kopia av|kopia|kopi av|kopi af|kopi|kopio|kópia"
    "|másolata|másolat|kopyası|копия|копія|αντίγραφο|的副本|副本|拷贝|複本|複製|のコピー|コピー"
    "|의 사본|사본|복사본|checkpoint|conflicted|recovered|autosave"
)
_VERSION_WORDS = (
    "final|finished|done|old|older|new|newer|newest|last|latest|backup|bak|draft|orig|original"
    "|solved|solution|solutions|fixed|corrected|updated|revised|edited|my|neu|alt|fertig|loesung"
    "|lösung|abgabe|submission|submitted|version|versión|versão|attempt|try|test|temp|tmp|wip"
    "|complete|completed|v|rev|nr|no"
)
_COPIES = re.compile(
    rf"(?<![^\W\d_])(?:{_COPY_WORDS})(?![^\W\d_])|的副本|副本|のコピー|의 사본", re.I
)
_VERSIONS = re.compile(rf"(?<![^\W\d_])(?:{_VERSION_WORDS})(?![^\W\d_])", re.I)
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.I)
_STAMP = re.compile(
    r"(?<!\d)(?:19|20)\d{2}[-_. ]?(?:0[1-9]|1[0-2])[-_. ]?(?:0[1-9]|[12]\d|3[01])"
    r"(?:[-_. T]*\d{2}){0,3}(?!\d)"
)
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_KNOWN_ENDING = re.compile(r"\.(?:py|ipynb|pyw|txt|json|md|qmd|rmd)(?![a-z])", re.I)
_TESTS = {"test", "tests"}  # a student's own tests of the exercise
_AFTER_ALL_NUMBERS = 10_000  # Canvas numbers uploads to -7; what has a UUID came later


@dataclass(frozen=True, slots=True)
class ExerciseName:
    """What a file name says.

    Attributes:
        exercise: the exercise's stem.
        ending: one of `ENDINGS`.
        before, after: what else stands in the name, around the exercise's.
        number: which of several uploads, downloads or copies this is; 0 when it says nothing.
        exact: it is called as it should be.
    """

    exercise: str
    ending: str
    before: str = ""
    after: str = ""
    number: int = 0
    exact: bool = True

    @property
    def person(self) -> str:
        """Whose file the name says it is; empty if it does not."""
        return person_in(self.before) or person_in(self.after, behind=True)

    @property
    def told_by_system(self) -> bool:
        """A browser, file manager, editor or course system made it from the exact name."""
        around = f"{self.before} {self.after}"
        rest = _KNOWN_ENDING.sub(" ", _COPIES.sub(" ", _UUID.sub(" ", _STAMP.sub(" ", around))))
        return not any(character.isalpha() for character in rest)


def ending_of(name: str) -> tuple[str, str]:
    """The name without its endings, and the one that says which form it has; "" for none of ours.

    Browsers and editors append endings: `backprop.ipynb.txt`, `backprop.py.txt`.
    """
    stem, ending = name.strip(), ""
    while True:
        head, dot, last = stem.rpartition(".")
        last = (dot + last).lower().rstrip()
        if not head or last not in ENDINGS:
            return stem, ending
        if not ending or last in (".py", ".ipynb"):
            ending = last
        stem = head


def exercise_name(name: str, exercises: Iterable[str]) -> ExerciseName | None:
    """What a file is called once renamings are taken back, or None if it is no exercise file."""
    stem, ending = ending_of(unicodedata.normalize("NFC", name))
    if not ending or name.startswith("._"):
        return None
    for exercise in sorted(exercises, key=len, reverse=True):
        found = list(_word(exercise).finditer(stem))
        if found:
            before, after = stem[: found[-1].start()], stem[found[-1].end() :]
            if _words(before) & _TESTS or _words(after) & _TESTS:
                return None
            exact = name == exercise + ending and ending in (".py", ".ipynb")
            return ExerciseName(exercise, ending, before, after, _number(after), exact)
    return None


def is_called(name: str, exercise: str) -> bool:
    """Whether the exercise's name stands in a file's, whatever the ending."""
    return _word(exercise).search(unicodedata.normalize("NFC", name)) is not None


@cache
def _word(exercise: str) -> re.Pattern[str]:
    """The exercise's name with nothing beside it that would make it another word."""
    spelled = "[ _-]?".join(re.escape(part) for part in re.split(r"[_-]", exercise))
    return re.compile(rf"(?<![A-Za-z0-9]){spelled}(?![A-Za-z])", re.I)


def _words(text: str) -> set[str]:
    return set(re.split(r"[\W_]+", text.casefold()))


def _number(after: str) -> int:
    if _UUID.search(after):
        return _AFTER_ALL_NUMBERS
    numbers = _NUMBER.findall(_STAMP.sub(" ", after))
    return int(numbers[-1]) if numbers else 0


def person_in(text: str, *, behind: bool = False) -> str:
    """What is left of a part of a name when all that speaks of copies and versions is taken away.

    Args:
        text: what stands before or behind the exercise's name.
        behind: it stands behind, where a short number is that of a copy.
    """
    rest = _UUID.sub(" ", _STAMP.sub(" ", _KNOWN_ENDING.sub(" ", text)))
    rest = _VERSIONS.sub(" ", _COPIES.sub(" ", rest))
    if behind:
        rest = _NUMBER.sub(" ", rest)
    if not any(map(str.isalnum, rest)):
        return ""
    kept = text if behind or rest.strip() == text.strip() else " ".join(rest.split())
    return unicodedata.normalize("NFC", kept).strip(" _-.–—,;:'\"“”„«»‘’()[]{}")


def is_version(folder: str) -> bool:
    """Whether a folder's name speaks of versions or copies, and not of a person."""
    rest = _VERSIONS.sub(" ", _COPIES.sub(" ", _STAMP.sub(" ", folder)))
    return not any(character.isalpha() for character in rest)


def without_version(name: str) -> str:
    """What is left of a name without numbers in brackets and words of versions and copies."""
    rest = _STAMP.sub(" ", re.sub(r"\(\d+\)|(?<![^\W_])v\d+", " ", name.casefold()))
    rest = _VERSIONS.sub(" ", _COPIES.sub(" ", rest))
    return "".join(character for character in rest if character.isalnum())
