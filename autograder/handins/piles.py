"""What was found of one person in a download of a whole class, sorted by attempt and upload."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from autograder import notes
from autograder.handins.moments import Moment
from autograder.handins.places import PlaceEntry
from autograder.model import Note


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


@dataclass
class Pile:
    """What was found of one student, to be sorted out when all has been seen.

    Attributes:
        student: an id that no other pile has.
        parts: (whose, how its entries are listed), in the order of their names.
        notes: what the names say.
        moment: when what counts was handed in, once that is known; see `counting`.
    """

    student: str
    parts: list[tuple[Owner, Callable[[], list[PlaceEntry]]]]
    notes: list[Note]
    moment: Moment = field(default_factory=Moment)

    def counting(self) -> list[Callable[[], list[PlaceEntry]]]:
        """What lists the entries that count: of the newest attempt, of each file the last upload;
        a note on everything else."""
        newest = max(owner.attempt for owner, _ in self.parts)
        mine = [part for part in self.parts if part[0].attempt in (newest, "")]
        attempts = {(owner.attempt, owner.said) for owner, _ in self.parts if owner.attempt}
        if older := sorted(attempt for attempt in attempts if attempt[0] != newest):
            said = next(owner.said for owner, _ in mine if owner.attempt == newest)
            others = ", ".join(f"that {said}" for _, said in older)
            self.notes.append(notes.VERSIONS(counts=f"the attempt {said}", others=others))
        last: dict[str, Owner] = {}
        for owner, _ in mine:
            before = last.get(owner.rest)
            if owner.rest and (before is None or owner.upload >= before.upload):
                last[owner.rest] = owner
        kept = [part for part in mine if not part[0].rest or last[part[0].rest] is part[0]]
        again = sorted({o.rest for o, _ in mine if o.rest and last[o.rest] is not o})
        if again:
            files = ", ".join(again)
            self.notes.append(
                notes.VERSIONS(counts=f"the last upload of {files}", others="earlier ones")
            )
        if any(owner.late for owner, _ in kept):
            late = sorted({owner.rest for owner, _ in kept if owner.late})
            self.notes.append(notes.LATE(file=", ".join(late)))
        when = max((owner.when for owner, _ in kept), default="")
        count = len(attempts) or max((owner.attempts for owner, _ in mine), default=0)
        self.moment = Moment(when, "its name" if when else "", count)
        return [source for _, source in kept]
