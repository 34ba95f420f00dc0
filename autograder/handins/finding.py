"""Whose hand-ins lie at a path, and what each of them consists of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from autograder import notes
from autograder.catalogue import Assignment
from autograder.handins.naming import ExerciseName, exercise_name, owner, shown
from autograder.handins.places import (
    MAX_ARCHIVE,
    Entry,
    Unreadable,
    in_archive,
    in_class_archive,
    on_disk,
    read_file,
    walk,
)
from autograder.handins.submission import (
    ENDINGS,
    MAX_FILE,
    Submission,
    UnusablePath,
    from_files,
)
from autograder.model import Note

MAX_ENTRIES = 2_000  # files of one student that are looked at
MAX_TOTAL = 64 * 1024 * 1024  # bytes of one student's files together
DEPTH = 4  # folders below the student's own in which files are looked for


@dataclass
class Place:
    """Where one student's files are.

    Attributes:
        student: an id that no other place has.
        sources: each lists some of the student's entries.
        notes: what the names say already.
    """

    student: str
    sources: list[Callable[[], list[Entry]]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True)
class HandedIn:
    """What a place held.

    Attributes:
        submission: the files that count.
        left_out: something that looks like an exercise file could not be read.
    """

    submission: Submission
    left_out: bool


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
    """The hand-ins at a path: a class or one submission, as a folder, a zip or a file.

    Args:
        path: where to look.
        assignment: what was to be handed in.
        results: the results folder, which is nobody's when it lies among the hand-ins.

    Raises:
        UnusablePath: there is nothing to grade.
    """
    try:
        found = _find(path, assignment, results)
    except (OSError, Unreadable) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise UnusablePath(f"{path} cannot be read: {why}") from error
    if not found.places:
        raise UnusablePath(
            f"{path} holds no hand-in; expected a folder for each student with "
            f"{' or '.join(f'{exercise}.py' for exercise in assignment.exercises)} in it"
        )
    return found


def _find(path: Path, assignment: Assignment, results: Path | None) -> Class:
    if not path.exists():
        raise UnusablePath(f"{path} does not exist; give the folder that holds the hand-ins")
    name = path.resolve().stem if path.is_file() else path.resolve().name
    if path.is_dir():
        own = results.resolve() if results else None
        entries = [entry for entry in on_disk(path) if path.resolve() / entry.name != own]
        return _sorted_out(name, entries, assignment)
    if path.suffix.lower() == ".zip":
        return _in_zip(path, name, assignment)
    if exercise_name(path.name, assignment.exercises) is None:
        raise UnusablePath(
            f"{path} is no exercise file; expected {' or '.join(assignment.exercises)}, "
            f"with {' or '.join(ENDINGS)}"
        )
    whose = owner(path.name, assignment.exercises)
    entry = Entry(path.name, lambda most: read_file(str(path.resolve()), most))
    return Class((Place(whose.student if whose else name, [lambda: [entry]]),))


def _in_zip(path: Path, name: str, assignment: Assignment) -> Class:
    """Of a zip that cannot be read, or holds nothing, there is a record that says so."""
    try:
        entries = _unwrapped(in_class_archive(path), assignment)
    except Unreadable as error:
        unreadable = Entry(path.name, odd=f"not a zip archive ({error})")
        return Class((Place(name, [lambda: [unreadable]]),))
    found = _sorted_out(name, entries, assignment)
    return found if found.places else Class((Place(name, [lambda: entries]),))


def _unwrapped(entries: list[Entry], assignment: Assignment) -> list[Entry]:
    """The class within a zip that somebody made of the whole folder."""
    folders = [entry for entry in entries if entry.entries and not _hidden(entry)]
    if len(folders) != 1 or any(entry.read and not _hidden(entry) for entry in entries):
        return entries
    assert folders[0].entries is not None
    inner = folders[0].entries()
    if _is_submission(inner, assignment) or folders[0].name == assignment.name:
        return entries
    students = [
        entry for entry in inner if entry.entries and _is_submission(entry.entries(), assignment)
    ]
    flat = [entry for entry in inner if entry.read and owner(entry.name, assignment.exercises)]
    nested = [entry for entry in students if entry.entries and _folder(entry.entries(), assignment)]
    return inner if len(students) > 1 or flat or nested else entries


def _is_submission(entries: Iterable[Entry], assignment: Assignment) -> bool:
    entries = list(entries)
    return _has_exercise(entries, assignment) or _folder(entries, assignment) is not None


def _has_exercise(entries: Iterable[Entry], assignment: Assignment) -> bool:
    names = (exercise_name(e.name, assignment.exercises) for e in entries if e.entries is None)
    return any(name is not None and not name.prefix for name in names)


def _folder(entries: Iterable[Entry], assignment: Assignment) -> Entry | None:
    """The assignment's own folder among a student's entries."""
    for entry in entries:
        if entry.name == assignment.name and entry.entries is not None:
            return entry
    return None


def _hidden(entry: Entry) -> bool:
    return entry.name.startswith((".", "__"))


def _sorted_out(name: str, entries: list[Entry], assignment: Assignment) -> Class:
    entries = [entry for entry in entries if not _hidden(entry)]
    if _is_submission(entries, assignment) and not _has_students(entries, assignment):
        return Class((Place(name, [lambda: entries]),))
    places: dict[str, Place] = {}
    strays = []
    for entry in entries:
        if not _give(entry, assignment, places):
            strays.append(entry.name)
    return Class(tuple(places[student] for student in sorted(places)), tuple(strays))


def _has_students(entries: Iterable[Entry], assignment: Assignment) -> bool:
    """Whether a folder other than the assignment's holds a submission."""
    for entry in entries:
        if entry.entries is not None and entry.name != assignment.name:
            try:
                if _is_submission(entry.entries(), assignment):
                    return True
            except OSError:
                continue
    return False


def _give(entry: Entry, assignment: Assignment, places: dict[str, Place]) -> bool:
    """Put an entry of a class into its student's place; False when it is nobody's."""
    whose = owner(entry.name, assignment.exercises)
    kind = Path(entry.name).suffix.lower()
    if whose is not None and not (entry.entries and not whose.rest.strip()):
        named = Entry(whose.rest, entry.read, entry.entries, entry.odd, entry.modified)
        place = places.setdefault(whose.student, Place(whose.student))
        place.sources.append(lambda: [named])
        if whose.late:
            place.notes.append(notes.LATE(file=whose.rest))
        return True
    if entry.entries is not None:
        student = whose.student if whose else entry.name
        source = entry.entries
    elif kind == ".zip" and entry.read is not None:
        student = Path(entry.name).stem
        source = lambda: [entry]
    elif entry.odd and kind in ("", ".zip"):
        student = entry.name
        source = lambda: [entry]
    else:
        return False
    place = places.setdefault(student, Place(student))
    place.sources.append(source)
    return True


# --- one student ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Candidate:
    folder: tuple[str, ...]
    entry: Entry
    named: ExerciseName

    @property
    def path(self) -> str:
        return shown("/".join((*self.folder, self.entry.name)))

    @property
    def rank(self) -> tuple[int, bool, bool, float, str]:
        """The highest of several uploads counts, then what is called as it should be, then the
        newest."""
        named = self.named
        return named.number, not named.copied, named.exact, self.entry.modified, self.entry.name


def read(place: Place, assignment: Assignment) -> HandedIn:
    """The files of a place that count, with a note on everything that is not as expected."""
    reader = _Reader(assignment, list(place.notes))
    candidates = reader.candidates(place)
    for chosen in reader.choose(candidates):
        reader.take(chosen)
    submission = from_files(place.student, reader.files, assignment.exercises, reader.notes)
    return HandedIn(submission, reader.left_out)


@dataclass
class _Reader:
    assignment: Assignment
    notes: list[Note]
    files: dict[str, bytes] = field(default_factory=dict)
    left_out: bool = False
    total: int = 0

    def candidates(self, place: Place) -> list[_Candidate]:
        """Every entry whose name is an exercise's, links and pipes among them."""
        found, others = [], []
        for folder, entry in self._entries(place):
            named = exercise_name(entry.name, self.assignment.exercises)
            if named is not None:
                found.append(_Candidate(folder, entry, named))
            elif entry.odd:
                self.leave_out(shown(entry.name), f"it is {entry.odd}")
            elif entry.entries is None:
                others.append(shown(entry.name))
                self._try_archive(entry)
        if others and not found:
            more = f" and {len(others) - 3} more" if len(others) > 3 else ""
            self.notes.append(notes.FOUND_ONLY(files=", ".join(others[:3]) + more))
        return found

    def _entries(self, place: Place) -> list[tuple[tuple[str, ...], Entry]]:
        found: list[tuple[tuple[str, ...], Entry]] = []
        for source in place.sources:
            try:
                entries = source()
            except OSError as error:
                self.leave_out("the folder", f"it cannot be read ({error.strerror})")
                continue
            found += islice(walk(entries, DEPTH), MAX_ENTRIES + 1 - len(found))
        if len(found) > MAX_ENTRIES:
            self.notes.append(notes.TOO_MANY(limit=f"{MAX_ENTRIES:,}"))
        return found[:MAX_ENTRIES]

    def _try_archive(self, entry: Entry) -> None:
        if entry.read is not None and entry.name.lower().endswith(".zip"):
            try:
                in_archive(entry.read(MAX_ARCHIVE))
            except Unreadable as error:
                self.leave_out(shown(entry.name), str(error))

    def choose(self, candidates: Sequence[_Candidate]) -> list[_Candidate]:
        """For every exercise and form the file that counts: at the top, in the assignment's
        folder, or, when it is in neither, in the folder where it is newest."""
        chosen: list[_Candidate] = []
        for exercise in self.assignment.exercises:
            mine = [found for found in candidates if found.named.exercise == exercise]
            usual = [found for found in mine if found.folder in ((), (self.assignment.name,))]
            if mine and not usual:
                usual = self._newest_folder(exercise, mine)
            plain = [found for found in usual if not found.named.prefix]
            chosen += self._best_of_each_form(plain or usual)
        return chosen

    def _newest_folder(self, exercise: str, found: Sequence[_Candidate]) -> list[_Candidate]:
        """What the folder has in which the exercise was written last, of those the least deep."""
        top = min(len(one.folder) for one in found)
        newest = max(
            (one for one in found if len(one.folder) == top),
            key=lambda one: (one.entry.modified, one.folder),
        )
        others = {shown("/".join(one.folder)) for one in found if one.folder != newest.folder}
        if others:
            counts = shown("/".join(newest.folder))
            self.notes.append(
                notes.VERSIONS(exercise=exercise, counts=counts, others=", ".join(sorted(others)))
            )
        return [one for one in found if one.folder == newest.folder]

    def _best_of_each_form(self, candidates: Sequence[_Candidate]) -> list[_Candidate]:
        forms: dict[tuple[tuple[str, ...], str], list[_Candidate]] = {}
        for found in candidates:
            forms.setdefault((found.folder, found.named.ending), []).append(found)
        best = []
        for group in forms.values():
            group.sort(key=lambda found: found.rank)
            best.append(group[-1])
            if len(group) > 1:
                others = ", ".join(found.path for found in group[:-1])
                self.notes.append(notes.COPIES(counts=group[-1].path, others=others))
        return best

    def take(self, chosen: _Candidate) -> None:
        """Read a file, and say so when it lies elsewhere or has another name."""
        entry, plain = chosen.entry, chosen.named.plain
        inside = chosen.folder == (self.assignment.name,)
        name = f"{self.assignment.name}/{plain}" if inside else plain
        if entry.odd or entry.read is None:
            self.leave_out(chosen.path, f"it is {entry.odd or 'a folder'}")
            return
        try:
            data = entry.read(min(MAX_FILE, MAX_TOTAL - self.total))
        except Unreadable as error:
            self.leave_out(chosen.path, str(error))
            return
        self.total += len(data)
        self.files[name] = data
        if chosen.path != name:
            self.notes.append(notes.TAKEN_AS(file=chosen.path, name=name))

    def leave_out(self, name: str, why: str) -> None:
        """Note what could not be used."""
        self.left_out = True
        self.notes.append(notes.LEFT_OUT(file=name, why=why))
