"""One person's place: which of what was found of somebody counts, by attempt and upload."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Self

from autograder import notes
from autograder.handins.moments import Moment
from autograder.handins.searching import Source
from autograder.handins.tree import on_disk
from autograder.model import Note


@dataclass
class Place:
    """Where one student's files are.

    Attributes:
        student: an id that no other place has.
        sources: each lists some of the student's entries.
        notes: what the names say already.
        moment: when it was handed in, as far as names and lists say it.
        stamped: a stamp among the files may say it: nobody but the person's system put it there.
    """

    student: str
    sources: Sequence[Source] = ()
    notes: Sequence[Note] = ()
    moment: Moment = field(default_factory=Moment)
    stamped: bool = True

    @classmethod
    def of_folder(cls, student: str, folder: Path | str) -> Self:
        """The place of a student to whom all of a folder belongs."""
        return cls(student, [partial(on_disk, folder)])


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a file or folder is.

    Attributes:
        student: an id that no two students share, and that all files of one student have.
        rest: the file's own name; empty for a folder.
        late: its name says that it was handed in late.
        attempt: sorts the attempts of one student; empty where there is one only.
        said: the attempt, as people call it.
        upload: sorts uploads of one file within an attempt.
        when: in ISO 8601, on the wall clock of the system; empty where the name does not say it.
        attempts: how often the file was handed in; 0 where the name does not say it.
    """

    student: str
    rest: str = ""
    late: bool = False
    attempt: str = ""
    said: str = ""
    upload: int = 0
    when: str = ""
    attempts: int = 0


def place_of(student: str, parts: Sequence[tuple[Owner, Source]]) -> Place:
    """The place of a student in a download of a whole class.

    Of the newest attempt the last upload of each file counts; there is a note on everything else.

    Args:
        parts: (whose, how its entries are listed), in the order of their names.
    """
    said: list[Note] = []
    newest = max(owner.attempt for owner, _ in parts)
    mine = [part for part in parts if part[0].attempt in (newest, "")]
    attempts = {(owner.attempt, owner.said) for owner, _ in parts if owner.attempt}
    if older := sorted(attempt for attempt in attempts if attempt[0] != newest):
        counts = next(owner.said for owner, _ in mine if owner.attempt == newest)
        others = ", ".join(f"that {said}" for _, said in older)
        said.append(notes.VERSIONS(counts=f"the attempt {counts}", others=others))
    last: dict[str, Owner] = {}
    for owner, _ in mine:
        before = last.get(owner.rest)
        if owner.rest and (before is None or owner.upload >= before.upload):
            last[owner.rest] = owner
    kept = [part for part in mine if not part[0].rest or last[part[0].rest] is part[0]]
    if again := sorted({o.rest for o, _ in mine if o.rest and last[o.rest] is not o}):
        counts = f"the last upload of {', '.join(again)}"
        said.append(notes.VERSIONS(counts=counts, others="earlier ones"))
    if late := sorted({owner.rest for owner, _ in kept if owner.late}):
        said.append(notes.LATE(file=", ".join(late)))
    when = max((owner.when for owner, _ in kept), default="")
    count = len(attempts) or max((owner.attempts for owner, _ in mine), default=0)
    moment = Moment(when, count)
    return Place(student, [source for _, source in kept], said, moment)
