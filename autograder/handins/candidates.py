"""A file that could answer an exercise: how it is called, and whether there is work in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.handins.content import BOMS, holds, written
from autograder.handins.naming import ExerciseName, ending_of
from autograder.handins.searching import Found
from autograder.student.guest.forms.notebook import looks_like_one


@dataclass(frozen=True)
class Candidate:
    """A file that was read, and what its name says.

    Attributes:
        found: where it lies.
        data: what is in it.
        named: which exercise it is called like; None where it is called like none.
        document: it is no text file, and `data` is the text in it.
    """

    found: Found
    data: bytes
    named: ExerciseName | None
    document: bool = False

    @property
    def ending(self) -> str:
        """The ending that goes with what is in it."""
        ending = self.named.ending if self.named else ending_of(self.found.entry.name)[1]
        if ending in ("", ".txt", ".json"):
            return ".ipynb" if looks_like_one(self.data) else ".py"
        return ".py" if ending == ".pyw" else ending

    @property
    def is_text(self) -> bool:
        """Whether it may be code, by its bytes: no picture, say, and no file that was compiled."""
        return b"\0" not in self.data or self.data[:2] in BOMS

    @property
    def rank(self) -> tuple[bool, int, bool, int, float, str]:
        """First what is called and lies as it should, scripts first; then the newest copy."""
        assert self.named is not None
        return (
            not self.named.exact,
            len(self.found.folder),
            self.ending != ".py",
            -self.named.number,
            -self.found.entry.modified,
            self.found.path,
        )


def different(files: Sequence[Candidate]) -> list[Candidate]:
    """Files without those that are copies of an earlier one, byte for byte."""
    seen: dict[bytes, Candidate] = {}
    for file in files:
        seen.setdefault(file.data, file)
    return list(seen.values())


def worth_reading(files: Sequence[Candidate], functions: Sequence[str]) -> list[Candidate]:
    """Of several files for an exercise those with work in them; of untouched ones the first.

    A file that defines none of the functions is no answer unless it is called as one.
    """
    worked = [file for file in files if _may_hold_work(file, functions)]
    return worked or list(files[:1])


def _may_hold_work(file: Candidate, functions: Sequence[str]) -> bool:
    if holds(file.data, functions).defined:
        return bool(written(file.data, functions))
    return file.named is not None and file.named.exact
