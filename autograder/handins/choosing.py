"""Which of one person's files count, and what is to be said about the others.

All files that could answer an exercise are graded, up to `MAX_FORMS`, and the best one counts;
untouched stubs beside work, and copies with the same bytes, are no answers. What is said about it
tells people what to do, and never blames a file that is as it should be.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from autograder import notes
from autograder.catalogue import Assignment
from autograder.handins.candidates import Candidate, different, worth_reading
from autograder.handins.content import defines, holds, written
from autograder.handins.documents import is_document, text_in_document
from autograder.handins.instead import instead_of
from autograder.handins.moments import Moment, before_name, of_file, with_stamp
from autograder.handins.naming import ExerciseName, ending_of, exercise_name
from autograder.handins.places import Place
from autograder.handins.searching import DEPTH, Found, Source, search
from autograder.handins.submission import HandIn, Submission, UnreadableEntry
from autograder.handins.tree import Allowance
from autograder.model import Note

MAX_FORMS = 6  # files that are graded for one exercise; each costs a student process of its own
MAX_DOCUMENTS = 6  # whose text is searched, two for each of three exercises; 0.6 s each at most
MAX_LOOKED_INTO = 60  # files whose names say nothing that are searched for an exercise's functions


@dataclass(frozen=True)
class PlaceContent:
    """What a place held.

    Attributes:
        submission: the files that count.
        left_out: something that looks like an exercise file could not be read.
        moment: when it was handed in, as far as anything says it.
    """

    submission: Submission
    left_out: bool
    moment: Moment


def read(place: Place, assignment: Assignment, depth: int | None = None) -> PlaceContent:
    """The files of a place that count, with a note on everything that is not as expected.

    Args:
        depth: folders below the person's own that are looked into; many if not given.
    """
    reader = _Reader(assignment, list(place.notes))
    reader.look(place.sources, DEPTH if depth is None else depth)
    for exercise in assignment.exercises:
        reader.choose(exercise)
    reader.say_what_stood_elsewhere()
    files = tuple(reader.files)
    reader.say_what_was_found(files)
    submission = Submission(place.student, files, tuple(reader.notes))
    told = place.moment.when or reader.told
    moment = replace(place.moment, when=told, files=reader.newest)
    beside = ((), (assignment.name,)) if place.stamped else ()  # deeper ones are the person's own
    stamped = with_stamp(moment, (one.entry for one in reader.others if one.folder in beside))
    return PlaceContent(submission, reader.left_out, stamped)


@dataclass
class _Reader:
    assignment: Assignment
    notes: list[Note]
    files: list[HandIn] = field(default_factory=list)
    left_out: bool = False
    named: list[Candidate] = field(default_factory=list)
    others: list[Found] = field(default_factory=list)
    newest: str = ""
    told: str = ""  # the newest moment in the files' names
    _elsewhere_by: dict[str, list[str]] = field(default_factory=dict)
    _complete: dict[str, bool] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _names: dict[int, str] = field(default_factory=dict)  # of files that were taken
    _opened: dict[int, Candidate | None] = field(default_factory=dict)
    _allowance: Allowance = field(default_factory=Allowance)
    _documents: int = 0

    def look(self, sources: Iterable[Source], depth: int) -> None:
        """Find and read every file that is called like an exercise."""
        exercises = self.assignment.exercises
        called = lambda name: exercise_name(name, exercises) is not None
        found = search(sources, self.assignment.name, called, depth)
        self.notes += found.notes
        self.others = found.others
        for name, why in found.left_out:
            self.leave_out(name, why)
        for one in found.found:
            named = exercise_name(one.entry.name, exercises)
            if one.entry.odd or one.entry.read is None:
                self.leave_out(one.path, f"it is {one.entry.odd or 'a folder'}")
            elif named is not None and (file := self._read(one, named)):
                self.named.append(file)

    def _read(self, found: Found, named: ExerciseName | None) -> Candidate | None:
        try:
            data = self._allowance.read(found.entry)
        except (OSError, UnreadableEntry) as error:
            why = str(error)
            if "bytes" in why and found.entry.name.lower().endswith(".ipynb"):
                why += "; clear the outputs (in Jupyter: Edit, Clear Outputs of All Cells), save it"
                why += " and hand it in again"
            if named is not None:
                self.leave_out(found.path, why)
            return None
        return self._candidate(found, data, named)

    def _candidate(self, found: Found, data: bytes, named: ExerciseName | None) -> Candidate:
        text = b""
        if self._documents < MAX_DOCUMENTS and is_document(data):
            self._documents += 1
            text = text_in_document(data)
        return Candidate(found, text or data, named, document=bool(text))

    def choose(self, exercise: str) -> None:
        """Take the files that could answer an exercise, the one that is meant first."""
        functions = self.assignment.exercises[exercise]
        mine = [file for file in self.named if file.named and file.named.exercise == exercise]
        mine = worth_reading(different(sorted(mine, key=lambda file: file.rank)), functions)
        missing = set(functions)
        if mine:
            missing -= frozenset().union(*(written(file.data, functions) for file in mine))
        self._complete[exercise] = not missing
        elsewhere = self._elsewhere(exercise, missing) if missing else []
        if len(mine) + len(elsewhere) > MAX_FORMS:
            over = [file.found.path for file in [*mine, *elsewhere][MAX_FORMS:]]
            self.notes.append(notes.TOO_MANY_FORMS(exercise=exercise, files=", ".join(over)))
        for file in mine[:MAX_FORMS]:
            self._take(exercise, file)
        for file in elsewhere[: MAX_FORMS - len(mine[:MAX_FORMS])]:
            self._take_elsewhere(exercise, file)

    def _elsewhere(self, exercise: str, missing: Collection[str]) -> list[Candidate]:
        """Files of other names in which functions of the exercise are written that its own files
        lack; the fullest first."""
        functions = self.assignment.exercises[exercise]
        files = [f for f in self.named if f.named and f.named.exercise != exercise]
        others = filter(None, map(self._open, self.others[:MAX_LOOKED_INTO]))
        files += [file for file in others if file.is_text]
        found = []
        for file in files:
            here = written(file.data, functions)
            if here & set(missing):
                found.append((len(here), file))
        found.sort(key=lambda pair: -pair[0])
        return different([file for _, file in found])

    def _open(self, found: Found) -> Candidate | None:
        """Whatever it is called: what is in it says whether it is code."""
        if id(found) not in self._opened:
            readable = found.entry.read is not None
            self._opened[id(found)] = self._read(found, None) if readable else None
        return self._opened[id(found)]

    def _take(self, exercise: str, file: Candidate) -> None:
        assert file.named is not None
        plain = exercise + file.ending
        inside = file.found.folder == (self.assignment.name,)
        name = f"{self.assignment.name}/{plain}" if inside else plain
        known = self._names.get(id(file))
        deeper = file.found.folder and not inside
        taken = name in self._taken or (deeper and exercise in {f.exercise for f in self.files})
        if known or taken:
            name = known or self._apart(file.found.path, file.ending)
        self._add(exercise, name, file)
        if file.found.path == name:
            return
        if file.named.exact or file.named.told_by_system:
            self.notes.append(notes.TAKEN_AS(file=file.found.path, name=name))
        else:
            self.notes.append(notes.READ_AS(file=file.found.path, name=plain))

    def _take_elsewhere(self, exercise: str, file: Candidate) -> None:
        name = self._names.get(id(file)) or self._apart(file.found.path, file.ending)
        self._add(exercise, name, file)
        self._elsewhere_by.setdefault(file.found.path, []).append(exercise)

    def say_what_stood_elsewhere(self) -> None:
        """Name the files that were read for exercises by whose names they are not called."""
        for path, exercises in self._elsewhere_by.items():
            wanted = ", ".join(f"{exercise}.py" for exercise in exercises)
            self.notes.append(
                notes.ELSEWHERE(exercises=" and ".join(exercises), file=path, expected=wanted)
            )

    def _add(self, exercise: str, name: str, file: Candidate) -> None:
        if file.document and id(file) not in self._names:
            self.notes.append(notes.DOCUMENT(file=file.found.path))
        self._taken.add(name)
        self._names[id(file)] = name
        entry = file.found.entry
        self.told = max(self.told, before_name(entry.name))
        self.newest = max(self.newest, of_file(entry.modified, zoned=entry.zoned))
        self.files.append(HandIn(exercise, name, file.data))

    def _apart(self, path: str, ending: str) -> str:
        """A name that no other file has, and whose ending says which form it has."""
        stem, last = ending_of(path)
        name = path if last == ending and path.endswith(ending) else stem + ending
        count = 2
        while name in self._taken:
            name, count = f"{stem} [{count}]{ending}", count + 1
        return name

    def say_what_was_found(self, files: Sequence[HandIn]) -> None:
        """Note where functions stand that no file defines, and what was there instead of files."""
        names = [found.path for found in self.others]
        if names and not files:
            more = f" and {len(names) - 3} more" if len(names) > 3 else ""
            expected = ", ".join(f"{name}.py" for name in self.assignment.exercises)
            self.notes.append(notes.FOUND_ONLY(files=", ".join(names[:3]) + more))
            self.notes.append(notes.EXPECTED(expected=expected))
        for exercise, functions in self.assignment.exercises.items():
            mine = [file for file in files if file.exercise == exercise]
            if self._complete.get(exercise):
                continue
            self.notes += [] if mine else instead_of(exercise, self.others)
            defined = frozenset().union(*(holds(f.data, functions).defined for f in mine))
            if missing := [name for name in functions if name not in defined]:
                self._say_where(exercise, missing, {f.name for f in mine})

    def _say_where(self, exercise: str, missing: list[str], own: Collection[str]) -> None:
        """Note where names of functions stand that no file defines for the exercise."""
        for found in self.others[:MAX_LOOKED_INTO]:
            self._open(found)
        for file in [*self.named, *(file for file in self._opened.values() if file)]:
            inside = self._names.get(id(file)) in own
            # What another exercise's file says about these functions may be the lesson's own text.
            lesson = not inside and file.named is not None and file.named.exercise != exercise
            here = holds(file.data, missing)
            stubs = here.defined - written(file.data, missing)
            names = [name for name in missing if name in here.mentioned - stubs]
            if names and (not lesson or defines(file.data, names)):
                only = notes.ONLY_NAMED(functions=names, exercise=exercise, file=file.found.path)
                self.notes.append(only)

    def leave_out(self, name: str, why: str) -> None:
        """Note what could not be used."""
        self.left_out = True
        self.notes.append(notes.LEFT_OUT(file=name, why=why))
