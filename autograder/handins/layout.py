"""What kind of tree a folder or an archive is: one person's files, a class, or a wrapping of it."""

import contextlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from autograder.catalogue import Assignment
from autograder.handins.archives import archive_ending, in_archive, without_ending
from autograder.handins.content import holds
from autograder.handins.gradescope_export import METADATA
from autograder.handins.learning_systems import by_login, owners
from autograder.handins.naming import ending_of, exercise_name, is_version, without_version
from autograder.handins.searching import is_left_behind, is_teachers
from autograder.handins.submission import UnreadableEntry
from autograder.handins.tree import Allowance, TreeEntry

_DEEP = 6  # folders below a student's in which exercise files are looked for, to tell people
_MAX_LOOKED_INTO = 20  # files of names that say nothing
_MAX_LISTED = 3_000  # entries that are looked at for it
# Entries of a folder by whose names one can tell that a system packed it: of what is one person's
# there may be as many as he likes, and each is read in as many ways as it has numbers.
_ENOUGH = 500
# Folders that learning systems put around all hand-ins; of two languages or more where they differ.
_WRAPPING = re.compile(
    r"submitted files|working files|übermittelte dateien|abgaben|submissions?|submitted|downloaded"
    r"|rendus|entregas|consegne|inzendingen|assignment_\d+_export",
    re.I,
)
# Teams' folder of what is not handed in -> the one of what is.
_DRAFTS = {"working files": "submitted files", "arbeitsdateien": "übermittelte dateien"}
# How people call folders of a project of theirs, rather than themselves.
_PROJECT = re.compile(
    r"(?:exercises?|notebooks?|scripts?|src|source|code|python|py|ipynb|work|home ?work|hw|week"
    r"|part|lab|task|assignments?|project|practical|uebung|übung|sheet|blatt|aufgaben?|files?"
    r"|weight[ _-]?init\w*|downloads?|desktop|documents?|repo|main|master|(?:\d+_)?submissions?"
    r"|submission attachment.*|(?:\d+_)?(?:revisions?|rev)(?:_corrections?)?)[\s_-]*\d*",
    re.I,
)


def unwrapped(
    entries: list[TreeEntry], assignment: Assignment, *, packed: bool
) -> tuple[list[TreeEntry], list[str]]:
    """The class within folders that a system, or somebody who packed it, put around it.

    Args:
        packed: it is an archive, into which people pack the class's own folder.

    Returns:
        The entries of the class, and names beside them on the way that are nobody's.
    """
    strays: list[str] = []
    for _ in range(_DEEP):
        entries, drafts = _without_drafts(entries)
        strays += drafts
        folders = [entry for entry in entries if entry.entries] or _opened(entries)
        if len(folders) != 1 or _exercises(entries, assignment):
            break
        (folder,) = folders
        if folder.name == assignment.name and _exercises(folder.inner(), assignment):
            break
        inner = [entry for entry in folder.inner() if not is_left_behind(entry.name)]
        if not _is_class(folder, inner, assignment, packed=packed):
            break
        strays += [entry.name for entry in entries if entry.name != folder.name]
        entries = inner
    return entries, strays


def _without_drafts(entries: list[TreeEntry]) -> tuple[list[TreeEntry], list[str]]:
    """What lies beside the folder of what Teams' students are still working on, and that folder."""
    names = {entry.name.casefold() for entry in entries}
    drafts = [e.name for e in entries if _DRAFTS.get(e.name.casefold()) in names]
    return [entry for entry in entries if entry.name not in drafts], drafts


def _is_class(
    folder: TreeEntry,
    inner: list[TreeEntry],
    assignment: Assignment,
    *,
    packed: bool,
    depth: int = 3,
) -> bool:
    """Whether a folder that lies alone is not a person's but the class's."""
    if _exercises(inner, assignment) or _own(inner, assignment):
        return _by_names(inner, assignment)
    folders = [entry for entry in inner if entry.entries] or _opened(inner)
    if _by_names(inner, assignment) or (folders and _WRAPPING.fullmatch(folder.name)):
        return True
    if len(people_below(inner, assignment)) > 1:
        return True
    if packed and any(_own(entry.inner(), assignment) for entry in folders):
        return True  # nbgrader's submitted/<student>/<assignment>, packed with its folder
    if len(folders) == 1 and depth:
        below = folders[0].inner()
        return _is_class(folders[0], below, assignment, packed=False, depth=depth - 1)
    return False


def _by_names(entries: Sequence[TreeEntry], assignment: Assignment) -> bool:
    """Whether a learning system named the entries, or files are named for several people."""
    names = {entry.name for entry in entries}
    if METADATA in names or owners(entries[:_ENOUGH], assignment.exercises):
        return True
    sakai = [entry for entry in entries if entry.entries and by_login(entry.name)]
    if sakai and names & {"grades.csv", "grades.xls", "grades.xlsx"}:
        return True
    return len(named_people(entries, assignment)) > 1


def is_one_persons(entries: Sequence[TreeEntry], assignment: Assignment) -> bool:
    """Whether entries are one submission, and not a class of them."""
    named = named_people(entries, assignment)
    anonymous = _exercises(entries, assignment)
    if not anonymous and not _own(entries, assignment):
        return False
    if len(people_below(entries, assignment)) > 1:
        return False
    # Files that somebody left among a class's: everyone there has more than one of them.
    return sum(len(theirs) > 1 and theirs >= anonymous for theirs in named.values()) < 2


def _exercises(entries: Iterable[TreeEntry], assignment: Assignment) -> set[str]:
    """The exercises of files whose names name nobody."""
    names = (exercise_name(e.name, assignment.exercises) for e in entries if e.entries is None)
    return {named.exercise for named in names if named and not named.person}


def named_people(entries: Iterable[TreeEntry], assignment: Assignment) -> dict[str, set[str]]:
    """Person -> exercises, by the names of files."""
    people: dict[str, set[str]] = {}
    for entry in entries:
        named = exercise_name(entry.name, assignment.exercises)
        if entry.entries is None and named and named.person:
            people.setdefault(named.person, set()).add(named.exercise)
    return people


def _own(entries: Iterable[TreeEntry], assignment: Assignment) -> bool:
    """Whether the assignment's own folder is there."""
    return any(e.name == assignment.name and e.entries is not None for e in entries)


def people_below(entries: Sequence[TreeEntry], assignment: Assignment) -> list[TreeEntry]:
    """Folders or archives side by side that seem to be of several people: each answers an
    exercise, two of them the same one, and none is named for a version or a part of a project."""
    folders = [
        entry
        for entry in entries
        if entry.entries and entry.name != assignment.name and not is_left_behind(entry.name)
    ]
    folders += _different(_opened(entries))
    if any(is_version(entry.name) for entry in folders):
        return []
    rest = [e for e in folders if not (_PROJECT.fullmatch(e.name) or is_teachers(e.name))]
    if len(rest) < 2:
        return []
    allowance = Allowance()  # the first few tell as much as all of them
    answered = {entry.name: _answered_below(entry, assignment, allowance) for entry in rest}
    people = [entry for entry in rest if answered[entry.name]]
    together = [exercise for entry in people for exercise in answered[entry.name]]
    return people if len(together) > len(set(together)) else []


def people_in(
    entries: Sequence[TreeEntry], assignment: Assignment, *, packed: bool = False
) -> list[str]:
    """Who several people are whose hand-ins a folder seems to hold, also all in one archive.

    Args:
        packed: it is an archive; one within that is not opened.
    """
    if found := people_below(entries, assignment):
        return [entry.name for entry in found]
    answered: dict[str, set[str]] = {}
    for owner in owners(entries[:_ENOUGH], assignment.exercises).values():
        if named := exercise_name(owner.rest, assignment.exercises):
            answered.setdefault(owner.student, set()).add(named.exercise)
    if len(answered) > 1 and len(set().union(*answered.values())) < sum(
        map(len, answered.values())
    ):
        return sorted(answered)
    archives = [] if packed or _exercises(entries, assignment) else _opened(entries)
    if len(archives) != 1:
        return []
    inner, _ = unwrapped(archives[0].inner(), assignment, packed=True)
    return people_in(inner, assignment, packed=True)


def _opened(entries: Iterable[TreeEntry]) -> list[TreeEntry]:
    """The first of the archives, as folders."""
    found = (entry for entry in entries if entry.read and archive_ending(entry.name))
    return [
        TreeEntry(entry.name, entries=partial(in_archive, entry))
        for entry in islice(found, _MAX_LOOKED_INTO)
    ]


def _different(archives: Iterable[TreeEntry]) -> list[TreeEntry]:
    """One archive of each name but for numbers in brackets and words of versions."""
    bare = {without_version(without_ending(entry.name)): entry for entry in archives}
    return [replace(entry, name=without_ending(entry.name)) for entry in bare.values()]


def has_exercise_below(entry: TreeEntry, assignment: Assignment) -> bool:
    """Whether an exercise file lies anywhere in a folder."""
    return any(exercise_name(file.name, assignment.exercises) for file in _files_below(entry))


def _answered_below(entry: TreeEntry, assignment: Assignment, allowance: Allowance) -> set[str]:
    """The exercises that files in a folder and those below it answer: by their names, and as far as
    the first of the others go, by what is in them."""
    found: set[str] = set()
    others = []
    for file in _files_below(entry):
        if named := exercise_name(file.name, assignment.exercises):
            found.add(named.exercise)
        else:
            others.append(file)
    return found.union(*code_in(others[:_MAX_LOOKED_INTO], assignment, allowance).values())


def _files_below(entry: TreeEntry) -> Iterator[TreeEntry]:
    level, listed = [entry], 0
    for _ in range(_DEEP):
        below = []
        for folder in level:
            for inner in folder.inner():
                listed += 1
                if is_left_behind(inner.name) or listed > _MAX_LISTED:
                    continue
                if inner.entries is not None:
                    below.append(inner)
                else:
                    yield inner
        level = below


def code_in(
    entries: Iterable[TreeEntry], assignment: Assignment, allowance: Allowance | None = None
) -> dict[str, set[str]]:
    """File name -> exercises of which it defines functions, whatever the files are called."""
    found, allowance = {}, allowance or Allowance()
    for entry in entries:
        data = None
        if entry.read is not None and ending_of(entry.name)[1] in (".py", ".ipynb"):
            with contextlib.suppress(UnreadableEntry, OSError):
                data = allowance.read(entry)
        answered = {
            exercise
            for exercise, functions in assignment.exercises.items()
            if data is not None and holds(data, functions).defined
        }
        if answered:
            found[entry.name] = answered
    return found
