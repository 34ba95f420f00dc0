"""Whose a file or folder is, by the ways in which learning systems name what they pack.

Each way was read from the system's own source or manual, or from what it packed:

- Moodle: `Ann Lee_123456_assignsubmission_file/hw.py` (up to 3.x with a last underscore), and
  without folders that in front of every file; blind, `Participant_123456_…`; groups before names.
- Canvas: `leeann_LATE_12345_67890_hw.py` (user, attachment), a team's name for a person's, and
  anonymous `anon_Ab12C_67890_hw.py`. A file that is handed in again is called `hw-1.py`, after
  `-7` `hw-<uuid>.py`.
- Blackboard: `Homework 1_jdoe_attempt_2026-11-03-14-22-05_hw.py`, with `….txt` beside it that says
  who: `Name: Jane Doe (jdoe)`.
- Brightspace: `12345-67890 - Jane Doe - Nov 3, 2026 222 PM/hw.py`.
- Sakai: `Doe, Jane(jdoe)/Submission attachment(s)/hw.py`, and the teacher's `Feedback
  Attachment(s)` beside it.
"""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from autograder import notes
from autograder.handins.naming import exercise_name
from autograder.handins.places import PlaceEntry, UnreadablePlace
from autograder.model import Note

_MOODLE = re.compile(
    r"(?P<name>.*?_\d+)_assignsubmission_[a-z]+(?:_(?P<rest>.*))?", re.DOTALL | re.IGNORECASE
)
_CANVAS = re.compile(r"_(?P<user>\d+)_(?P<attachment>\d+)_(?=.)")
_CANVAS_TEXT = re.compile(r"(?P<name>.+?)(?P<late>_LATE)?_(?P<user>\d+)_(?P<rest>text\.html)")
_ANONYMOUS = re.compile(
    r"(?P<early>LATE_)?(?P<name>anon_[A-Za-z0-9]{3,10})(?P<late>_LATE)?_(?:(?P<attachment>\d+)_)?"
    r"(?P<rest>.+)",
    re.DOTALL,
)
_LATE = re.compile(r"_LATE$")
_AGAIN = re.compile(
    r"-(?:\d{1,2}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$", re.I
)
_BLACKBOARD = re.compile(
    r"(?P<head>.+)_attempt_(?P<when>\d{4}(?:-\d\d){5})(?:_(?P<rest>.+)|(?P<text>\.txt))", re.DOTALL
)
_IN_BRACKETS = re.compile(r"^[^:\n]*:[^\n]*\((?P<user>[^()\n]+)\)\s*$", re.MULTILINE)
_BRIGHTSPACE = re.compile(
    r"(?P<student>\d+-\d+ - .+?) - (?P<when>[^-]*\d{4}[^-]*?(?:\d{3,4}|\d{1,2}[:.]\d\d)[^-]*?)"
    r"(?: - (?P<rest>.+))?",
    re.DOTALL,
)
_DAYS = ("%b %d, %Y", "%B %d, %Y", "%d %b, %Y", "%d %B, %Y", "%d %b %Y", "%d %B %Y", "%Y/%m/%d")
_TIMES = ("%I%M %p", "%H%M")
_SAKAI = re.compile(r"[^()]+\((?P<user>[^()]+)\)")
_MAX_TEXT = 64 * 1024  # bytes of Blackboard's text beside an attempt


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
    """

    student: str
    rest: str = ""
    late: bool = False
    attempt: str = ""
    said: str = ""
    upload: int = 0


def owners(entries: Sequence[PlaceEntry], exercises: Iterable[str]) -> dict[str, Owner]:
    """Entry name -> whose it is, for those whose names a learning system made."""
    exercises = list(exercises)
    found: dict[str, Owner] = {}
    for way in (_moodle, _brightspace, _blackboard, _anonymous, _canvas):
        rest = [entry for entry in entries if entry.name not in found]
        found |= way(rest, exercises)
    return found


def by_login(folder: str) -> bool:
    """Whether a folder is named as Sakai names a person's."""
    return _SAKAI.fullmatch(folder) is not None


def _moodle(entries: Sequence[PlaceEntry], exercises: Sequence[str]) -> dict[str, Owner]:
    found = {}
    for entry in entries:
        if match := _MOODLE.fullmatch(entry.name):
            found[entry.name] = Owner(match["name"], match["rest"] or "")
    return found


def _brightspace(entries: Sequence[PlaceEntry], exercises: Sequence[str]) -> dict[str, Owner]:
    found = {}
    for entry in entries:
        match = _BRIGHTSPACE.fullmatch(entry.name)
        if match and (entry.entries is not None) == (match["rest"] is None):
            when = _moment(match["when"]) or f"{entry.modified:020.3f}"
            found[entry.name] = Owner(
                match["student"], match["rest"] or "", attempt=when, said=f"of {match['when']}"
            )
    return found


def _moment(text: str) -> str:
    """A date as Brightspace writes it, in a form that sorts; empty if it is written otherwise."""
    plain = re.sub(r"(?<=\d)[:.](?=\d\d)", "", " ".join(text.split()))
    plain = re.sub(r"(?<!\d)(\d{3})(?= ?[AP]M|$)", r"0\1", plain, flags=re.I)
    for form in (f"{day} {time}" for day in _DAYS for time in _TIMES):
        with contextlib.suppress(ValueError):
            return datetime.strptime(plain, form).replace(tzinfo=UTC).strftime("%Y%m%d%H%M")
    return ""


def _blackboard(entries: Sequence[PlaceEntry], exercises: Sequence[str]) -> dict[str, Owner]:
    matches = {
        entry.name: match
        for entry in entries
        if entry.entries is None and (match := _BLACKBOARD.fullmatch(entry.name))
    }
    heads = sorted({match["head"] for match in matches.values()})
    told = _told_users(entries, matches)
    column = _common(heads)
    found = {}
    for name, match in matches.items():
        student = told.get(match["head"]) or match["head"][len(column) :] or match["head"]
        when = match["when"]
        said = f"of {when[:10]} {when[11:].replace('-', ':')}"
        rest = match["rest"] or f"about this attempt{match['text']}"
        found[name] = Owner(student, rest, attempt=when, said=said)
    return found


def _told_users(
    entries: Sequence[PlaceEntry], matches: Mapping[str, re.Match[str]]
) -> dict[str, str]:
    """Head of a name -> the user name that Blackboard's text beside the attempt gives."""
    told = {}
    for entry in entries:
        match = matches.get(entry.name)
        if match is None or not match["text"] or entry.read is None:
            continue
        with contextlib.suppress(UnreadablePlace, OSError):
            text = entry.read(_MAX_TEXT).decode("utf-8-sig", "replace")
            who = _IN_BRACKETS.search(text)
            if who and match["head"].endswith(f"_{who['user'].strip()}"):
                told[match["head"]] = who["user"].strip()
    return told


def _common(heads: Sequence[str]) -> str:
    """The assignment's title, with which all names begin, up to its last underscore.

    Of one name alone nobody can say where the title ends; then it ends at the first underscore.
    """
    if len(heads) == 1:
        title, underscore, _ = heads[0].partition("_")
        return title + underscore
    shared = heads[0] if heads else ""
    while not all(head.startswith(shared) for head in heads):
        shared = shared[:-1]
    return shared[: shared.rfind("_") + 1]


def _anonymous(entries: Sequence[PlaceEntry], exercises: Sequence[str]) -> dict[str, Owner]:
    found = {}
    for entry in entries:
        if entry.entries is None and (match := _ANONYMOUS.fullmatch(entry.name)):
            late = bool(match["early"] or match["late"])
            rest, again = _again(match["rest"], exercises)
            upload = int(match["attachment"] or 0)
            found[entry.name] = Owner(match["name"], rest, late, upload=2 * upload + again)
    return found


def _canvas(entries: Sequence[PlaceEntry], exercises: Sequence[str]) -> dict[str, Owner]:
    """Names hold underscores and numbers of their own, so a name alone can be read in several
    ways; but attachments have numbers that no two files share."""
    readings = {
        entry.name: list(_readings(entry.name)) for entry in entries if entry.entries is None
    }
    count = Counter(head for each in readings.values() for head, _ in each)
    found = {}
    for name, each in readings.items():
        alone = [reading for reading in each if count[reading[0]] == 1] or each[:1]
        # `team_1_12345_678900_hw.py` is no file `678900_hw.py`: ids of Canvas are long.
        sensible = [reading for reading in alone if not re.match(r"\d{5,}_", reading[1]["rest"])]
        for _, fields in (sensible or alone)[:1]:
            rest, again = _again(fields["rest"], exercises)
            found[name] = Owner(
                f"{fields['name']}_{fields['user']}",
                rest,
                bool(fields["late"]),
                upload=2 * int(fields["attachment"]) + again,
            )
    if found:
        for name in readings:
            if name not in found and (match := _CANVAS_TEXT.fullmatch(name)):
                found[name] = Owner(
                    f"{match['name']}_{match['user']}", match["rest"], bool(match["late"])
                )
    return found


def _readings(name: str) -> Iterable[tuple[str, Mapping[str, str]]]:
    """(All up to the attachment's number, the parts) for every way to read a name."""
    at = 0
    while match := _CANVAS.search(name, at):
        head = name[: match.start()]
        late = _LATE.search(head)
        if (head and late is None) or (late and late.start()):
            yield (
                name[: match.end()],
                {
                    "name": head[: late.start()] if late else head,
                    "late": "LATE" if late else "",
                    "user": match["user"],
                    "attachment": match["attachment"],
                    "rest": name[match.end() :],
                },
            )
        at = match.start() + 1


def _again(rest: str, exercises: Sequence[str]) -> tuple[str, int]:
    """The name that a file had when it was handed in, and 1 if it says that this was not the first
    time. Whose name is not an exercise's keeps a number, which may be its own: `part-1.py`."""
    stem, dot, ending = rest.rpartition(".")
    match = _AGAIN.search(stem)
    if match is None:
        return rest, 0
    plain = stem[: match.start()] + dot + ending
    if len(match[0]) < 5 and exercise_name(plain, exercises) is None:
        return rest, 0
    return plain, 1


@dataclass
class Pile:
    """What was found of one student, to be sorted out when all has been seen.

    Attributes:
        student: an id that no other pile has.
        parts: (whose, how its entries are listed), in the order of their names.
        notes: what the names say.
    """

    student: str
    parts: list[tuple[Owner, Callable[[], list[PlaceEntry]]]]
    notes: list[Note]

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
        return [source for _, source in kept]
