"""Whose hand-ins lie at a path: one place a person, whatever made the folder or the archive."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from autograder.catalogue import Assignment
from autograder.handins import layout
from autograder.handins.archives import archive_ending, in_class_archive, without_ending
from autograder.handins.choosing import PlaceContent, read
from autograder.handins.doubts import say_doubts
from autograder.handins.gradescope_export import MAX_METADATA, METADATA, people_listed
from autograder.handins.learning_systems import owners
from autograder.handins.moments import Moment
from autograder.handins.naming import exercise_name
from autograder.handins.places import Owner, Place, place_of
from autograder.handins.searching import Source, is_left_behind
from autograder.handins.submission import Submission, UnreadableEntry, UnusablePath
from autograder.handins.tree import TreeEntry, on_disk, read_file
from autograder.showing import shown

__all__ = ["Class", "Place", "PlaceContent", "find", "one", "read"]

UNDERSTOOD = (
    "a folder (or an archive, or files that begin with a name) for each student, as nbgrader, "
    "GitHub Classroom and Google Classroom have them, or a download of Moodle, Canvas, Blackboard, "
    "Brightspace, Sakai, ILIAS, OpenOLAT, Teams or Gradescope"
)
_FEW = 3  # places that may all be something else than people
_SAMPLE = 20  # places that are looked into, to see whether they are people's at all


@dataclass(frozen=True)
class Class:
    """Everybody's places.

    Attributes:
        places: one a student, by id.
        strays: names of files that are nobody's.
    """

    places: tuple[Place, ...]
    strays: tuple[str, ...] = ()


def find(path: Path, assignment: Assignment, results: Path | None = None) -> Class:
    """The hand-ins at a path: a class or one submission, as a folder, an archive or a file.

    Args:
        results: the results folder, which is nobody's when it lies among the hand-ins.

    Raises:
        UnusablePath: there is nothing to grade, or nobody can say whose it is.
    """
    found = _find(path, assignment, results)
    if not found.places:
        raise UnusablePath(
            f"{path} holds no hand-in; expected {_expected(assignment)} in {UNDERSTOOD}"
        )
    return found


def one(path: Path, assignment: Assignment) -> Submission:
    """What one person handed in: the files at a path, which `find` would read in the same way.

    Raises:
        UnusablePath: there is no such path, or it holds what several people handed in.
    """
    found = _find(path, assignment)
    if len(found.places) > 1:
        people = ", ".join(shown(place.student) for place in found.places[:3])
        raise UnusablePath(
            f"{path} holds the hand-ins of {len(found.places)} people ({people}, …); give the "
            "folder of one of them here, or all of them to `autograder grade`"
        )
    place = _whole(path) if path.is_dir() else found.places[0]
    return read(place, assignment).submission


def whole_folder(path: Path, assignment: Assignment, depth: int | None = None) -> Submission:
    """Everything in a folder of which it is known that it is one person's.

    Args:
        depth: folders below it that are looked into; many if not given.

    Raises:
        UnusablePath: there is no such folder.
    """
    if not path.is_dir():
        raise UnusablePath(f"{path} is no folder; give the one that holds the exercise files")
    return read(_whole(path), assignment, depth).submission


def _whole(path: Path) -> Place:
    return Place.of_folder(path.resolve().name, path)


def _expected(assignment: Assignment) -> str:
    return " or ".join(f"{exercise}.py" for exercise in assignment.exercises)


def _find(path: Path, assignment: Assignment, results: Path | None = None) -> Class:
    try:
        return _looked_through(path, assignment, results)
    except (OSError, UnreadableEntry) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise UnusablePath(f"{path} cannot be read: {why}") from error


def _looked_through(path: Path, assignment: Assignment, results: Path | None) -> Class:
    if not path.exists():
        raise UnusablePath(
            f"{path} does not exist; give the folder of the exercise files, or of all hand-ins"
        )
    name = path.resolve().name
    if path.is_file():
        name = without_ending(name)
    if path.is_dir():
        own = results.resolve() if results else None
        entries = [entry for entry in on_disk(path) if path.resolve() / entry.name != own]
        return _sorted_out(name, entries, assignment, packed=False)
    if archive_ending(path.name):
        return _in_class_archive(path, name, assignment)
    entry = TreeEntry(path.name, lambda most: read_file(str(path.resolve()), most))
    named = exercise_name(path.name, assignment.exercises)
    if named is None and not layout.code_in([entry], assignment):
        raise UnusablePath(f"{path} is not an exercise file; expected {_expected(assignment)}")
    whose = named.person if named else ""
    return Class((Place(whose or name, [lambda: [entry]]),))


def _in_class_archive(path: Path, name: str, assignment: Assignment) -> Class:
    """Of an archive that cannot be read, or holds nothing, there is a record that says so."""
    try:
        entries = in_class_archive(path)
    except UnreadableEntry as error:
        unreadable = TreeEntry(path.name, odd=f"not an archive that can be read ({error})")
        return Class((Place(name, [lambda: [unreadable]]),))
    found = _sorted_out(name, entries, assignment, packed=True)
    return found if found.places else Class((Place(name, [lambda: entries]),))


def _sorted_out(
    name: str, entries: Sequence[TreeEntry], assignment: Assignment, *, packed: bool
) -> Class:
    entries, strays = layout.unwrapped(_cleaned(entries), assignment, packed=packed)
    people = owners(entries, assignment.exercises)
    if not people and layout.is_one_persons(entries, assignment):
        return Class((Place(name, [lambda: list(entries)]),))
    piles: dict[str, list[tuple[Owner, Source]]] = {}
    for entry in entries:
        if part := _part(entry, people.get(entry.name), assignment):
            piles.setdefault(part[0].student, []).append(part)
        else:
            strays.append(entry.name)
    known = _gradescope(entries)
    places = [place_of(student, parts) for student, parts in piles.items()]
    for place in places:
        place.stamped = not people  # where names say whose it is, all files are the person's own
        if listed := known.get(place.student):
            place.student, place.moment = listed[0] or place.student, listed[1]
    if not places:
        return _by_content(name, entries, assignment, strays)
    _refuse_mixed(places, assignment)
    places.sort(key=lambda place: place.student)
    say_doubts(places, {} if people else layout.named_people(entries, assignment))
    return Class(tuple(places), tuple(strays))


def _cleaned(entries: Iterable[TreeEntry]) -> list[TreeEntry]:
    return [entry for entry in entries if not is_left_behind(entry.name)]


def _part(
    entry: TreeEntry, whose: Owner | None, assignment: Assignment
) -> tuple[Owner, Source] | None:
    """Whose an entry of a class is, and how it is listed; None when it is nobody's."""
    if whose is not None:
        renamed = replace(entry, name=whose.rest)
        return whose, entry.entries if entry.entries and not whose.rest else lambda: [renamed]
    if entry.entries is not None:
        hidden = entry.name.startswith(".") and not layout.has_exercise_below(entry, assignment)
        return None if hidden else (Owner(entry.name), entry.entries)
    named = exercise_name(entry.name, assignment.exercises)
    if named is not None and named.person:
        return Owner(named.person, entry.name), lambda: [entry]
    packed = archive_ending(entry.name)
    if (packed and entry.read) or (entry.odd and (packed or not Path(entry.name).suffix)):
        student = without_ending(entry.name) if entry.read else entry.name
        return Owner(student), lambda: [entry]
    return None


def _gradescope(entries: Iterable[TreeEntry]) -> dict[str, tuple[str, Moment]]:
    """Folder -> who and when, where Gradescope's list lies beside the folders."""
    for entry in entries:
        if entry.name == METADATA and entry.read is not None:
            return people_listed(entry.read(MAX_METADATA))
    return {}


def _by_content(
    name: str, entries: Sequence[TreeEntry], assignment: Assignment, strays: Sequence[str]
) -> Class:
    """Files whose names say nothing: one person's, unless several answer the same exercise."""
    code = layout.code_in(entries, assignment)
    if not code:
        return Class((), tuple(strays))
    answered = [exercise for exercises in code.values() for exercise in exercises]
    if len(answered) == len(set(answered)):
        return Class((Place(name, [lambda: list(entries)]),))
    by_name = {entry.name: entry for entry in entries}
    places = [Place(Path(file).stem, [partial(list, [by_name[file]])]) for file in sorted(code)]
    return Class(tuple(places), tuple(stray for stray in strays if stray not in code))


def _refuse_mixed(places: Sequence[Place], assignment: Assignment) -> None:
    """Stop where one record would be made of many people.

    Raises:
        UnusablePath: somebody's folder holds more people's hand-ins than there are people.
    """
    sample = places[:_SAMPLE]
    mixed = []
    for place in sample:
        for source in place.sources:
            try:
                inner = layout.people_in(_cleaned(source()), assignment)
            except (OSError, UnreadableEntry):
                continue
            # In a class what looks like people within one folder is mostly that person's own.
            if len(inner) >= (max(2, len(places)) if len(places) <= _FEW else 2):
                mixed.append((place, inner))
    if mixed and (len(places) <= _FEW or len(mixed) > len(sample) / 2):
        place, inner = mixed[0]
        names = ", ".join(shown(name) for name in inner[:3])
        raise UnusablePath(
            f"nobody can say whose hand-ins these are: {shown(place.student)} holds "
            f"{names}{', …' if len(inner) > 3 else ''}, each with an exercise file. "
            f"Understood are {UNDERSTOOD}"
        )
