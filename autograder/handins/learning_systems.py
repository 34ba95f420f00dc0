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

import contextlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from autograder.handins.moments import iso
from autograder.handins.naming import exercise_name
from autograder.handins.places import Owner
from autograder.handins.tree import TreeEntry

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
_ID = re.compile(r"(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:\d{6})?_)\d{5,}_")
_NUMBER = re.compile(r"\d+(?=_)")
_LATE = re.compile(r"_LATE$")
_AGAIN = re.compile(
    r"-(?:\d{1,2}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$", re.I
)
_BLACKBOARD = re.compile(
    r"(?P<head>.+)_attempt_(?P<when>\d{4}(?:-\d\d){5})(?:_(?P<rest>.+)|(?P<text>\.txt))", re.DOTALL
)
_IN_BRACKETS = re.compile(r"^[^:\n]*:[^\n]*\((?P<user>[^()\n]+)\)\s*$", re.MULTILINE)
_BRIGHTSPACE = re.compile(
    r"(?P<student>\d+-\d+ - .+?) - (?=[^-]*?\d{4}[^-]*?(?:\d{3,4}|\d{1,2}[:.]\d\d))(?P<when>[^-]*)"
    r"(?: - (?P<rest>.+))?",
    re.DOTALL,
)
_DAYS = ("%b %d, %Y", "%B %d, %Y", "%d %b, %Y", "%d %B, %Y", "%d %b %Y", "%d %B %Y", "%Y/%m/%d")
_TIMES = ("%I%M %p", "%H%M")
_SAKAI = re.compile(r"[^()]+\((?P<user>[^()]+)\)")
MANY = 8  # uploads before one whose name holds a random number: Canvas counts to seven
_MAX_TEXT = 64 * 1024  # bytes of Blackboard's text beside an attempt


def owners(entries: Sequence[TreeEntry], exercises: Iterable[str]) -> dict[str, Owner]:
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


def _moodle(entries: Sequence[TreeEntry], exercises: Sequence[str]) -> dict[str, Owner]:
    found = {}
    for entry in entries:
        if match := _MOODLE.fullmatch(entry.name):
            found[entry.name] = Owner(match["name"], match["rest"] or "")
    return found


def _brightspace(entries: Sequence[TreeEntry], exercises: Sequence[str]) -> dict[str, Owner]:
    found = {}
    for entry in entries:
        match = _BRIGHTSPACE.fullmatch(entry.name)
        if match and (entry.entries is not None) == (match["rest"] is None):
            when = _moment(match["when"])
            found[entry.name] = Owner(
                match["student"],
                match["rest"] or "",
                attempt=when or f"{entry.modified:020.3f}",
                said=f"of {match['when']}",
                when=when,
            )
    return found


def _moment(text: str) -> str:
    """A date as Brightspace writes it, in ISO 8601; empty if it is written otherwise."""
    plain = re.sub(r"(?<=\d)[:.](?=\d\d)", "", " ".join(text.split()))
    plain = re.sub(r"(?<!\d)(\d{3})(?= ?[AP]M|$)", r"0\1", plain, flags=re.I)
    for form in (f"{day} {time}" for day in _DAYS for time in _TIMES):
        with contextlib.suppress(ValueError):
            return datetime.strptime(plain, form).replace(tzinfo=UTC).strftime("%Y-%m-%dT%H:%M")
    return ""


def _blackboard(entries: Sequence[TreeEntry], exercises: Sequence[str]) -> dict[str, Owner]:
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
        day, time = when[:10], when[11:].replace("-", ":")
        rest = match["rest"] or f"about this attempt{match['text']}"
        found[name] = Owner(
            student, rest, attempt=when, said=f"of {day} {time}", when=iso(f"{day} {time}")
        )
    return found


def _told_users(
    entries: Sequence[TreeEntry], matches: Mapping[str, re.Match[str]]
) -> dict[str, str]:
    """Head of a name -> the user name that Blackboard's text beside the attempt gives."""
    told = {}
    for entry in entries:
        match = matches.get(entry.name)
        data = entry.data(_MAX_TEXT) if match and match["text"] else None
        who = _IN_BRACKETS.search(data.decode("utf-8-sig", "replace")) if data else None
        if match and who and match["head"].endswith(f"_{who['user'].strip()}"):
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


def _anonymous(entries: Sequence[TreeEntry], exercises: Sequence[str]) -> dict[str, Owner]:
    found = {}
    for entry in entries:
        if entry.entries is None and (match := _ANONYMOUS.fullmatch(entry.name)):
            late = bool(match["early"] or match["late"])
            rest, again = _again(match["rest"], exercises)
            upload = int(match["attachment"] or 0)
            found[entry.name] = Owner(
                match["name"], rest, late, upload=2 * upload + bool(again), attempts=again + 1
            )
    return found


def _canvas(entries: Sequence[TreeEntry], exercises: Sequence[str]) -> dict[str, Owner]:
    """Names hold underscores and numbers of their own, so a name alone can be read in several
    ways; but attachments have numbers that no two files share."""
    readings = {
        entry.name: list(_readings(entry.name)) for entry in entries if entry.entries is None
    }
    count = Counter(head for each in readings.values() for head, _ in each)
    alike = Counter(_series(fields) for each in readings.values() for _, fields in each)
    found = {}
    for name, each in readings.items():
        alone = [reading for reading in each if count[reading[0]] == 1] or each[:1]
        # One person's files begin with the same number, if with any, such as their own. Else
        # `team_1_12345_678900_hw.py` is no file `678900_hw.py`: ids of Canvas are long.
        alone.sort(key=lambda r: (-alike[_series(r[1])], _ID.match(r[1]["rest"]) is not None))
        for _, fields in alone[:1]:
            rest, again = _again(fields["rest"], exercises)
            found[name] = Owner(
                _student(fields),
                rest,
                bool(fields["late"]),
                upload=2 * int(fields["attachment"]) + bool(again),
                attempts=again + 1,
            )
    if found:
        for name in readings:
            if name not in found and (match := _CANVAS_TEXT.fullmatch(name)):
                found[name] = Owner(
                    f"{match['name']}_{match['user']}", match["rest"], bool(match["late"])
                )
    return found


def _student(fields: Mapping[str, str]) -> str:
    return f"{fields['name']}_{fields['user']}"


def _series(fields: Mapping[str, str]) -> tuple[str, str]:
    number = _NUMBER.match(fields["rest"])
    return _student(fields), number[0] if number else ""


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
    """The name that a file had when it was handed in, and how often it was before, by its name.

    Whose name is not an exercise's keeps a number, which may be its own: `part-1.py`. After seven
    times Canvas does not count any more.
    """
    stem, dot, ending = rest.rpartition(".")
    match = _AGAIN.search(stem)
    if match is None:
        return rest, 0
    plain = stem[: match.start()] + dot + ending
    if len(match[0]) < 5 and exercise_name(plain, exercises) is None:
        return rest, 0
    return plain, int(match[0][1:]) if len(match[0]) < 5 else MANY
