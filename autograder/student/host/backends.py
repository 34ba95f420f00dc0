"""Somebody's files, in a student process that is started when it is needed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from autograder.messages import Frame
from autograder.model import Note
from autograder.notes import ASKED_FOR, DIED, FORGED, HUNG, LOAD_ERROR, SYNTAX_ERROR, TRIED
from autograder.showing import counted
from autograder.student.calls import NO_ANSWER
from autograder.student.guest.wire import Answers, Definitions, Load, Replace, Reply, Request
from autograder.student.host.known import known_replies
from autograder.student.host.process import MAX_KEPT, MAX_RECEIVED, Lost, StudentProcess, of_type
from autograder.student.limits import Limits

MAX_RELOADS = 6  # statements of one file that may hang or exit before the file is given up
# By the kind that the student process names: what the lock-down refuses, and what is asked for
# without any harm in mind.
REACHED_FOR = {
    "files": "files that are not its own",
    "network": "the network",
    "processes": "other processes",
    "signals": "signals to other processes",
}
HARMLESS = {"folders": "a folder, as for plots", "threads": "threads"}
Right = Mapping[str, Callable[..., Any]]


@dataclass
class Loading:
    """What is known of one exercise after its file has run.

    Attributes:
        places: function -> where it is defined; a function that is not here is not defined.
        notes: on what was left out.
        unreadable: why nothing could be read, or empty.
    """

    places: dict[str, Frame] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    unreadable: str = ""


class Backend(Protocol):
    """Carries requests to a session, wherever it is."""

    @property
    def seconds(self) -> float:
        """Used so far, by a clock that the session cannot change; 0 where there is none."""

    def exchange(self, request: Request, right: Right) -> Reply:
        """The reply; raises `Lost`."""

    def place(self, function: str) -> Frame | None:
        """Where a function is defined."""


class ProcessBackend:
    """A student process that is started when it is needed, and again when it is lost.

    Attributes:
        loaded: exercise -> what is known of its file.
        tried: kinds of what its code has tried, of `REACHED_FOR` and `HARMLESS`.
    """

    def __init__(
        self, launch: Callable[[], StudentProcess], files: Sequence[Load], limits: Limits
    ) -> None:
        self.launch = launch
        self.files = files
        self.limits = limits
        self.loaded: dict[str, Loading] = {}
        self.tried: set[str] = set()
        self._spent = self._asleep = 0.0
        self._received = self._kept = 0
        self._skip: dict[str, set[int]] = {file.exercise: set() for file in files}
        self._lost_at: dict[str, Lost] = {}
        self._process: StudentProcess | None = None
        self._replaced: tuple[str, ...] = ()

    def exchange(self, request: Request, right: Right) -> Reply:
        self._require_time()
        process = self._ready()
        try:
            names = tuple(sorted(right))
            if names != self._replaced:
                self._timed(process, Replace(list(names)), right)
                self._replaced = names
            return self._timed(process, request, right)
        except Lost:
            self._process = None
            raise

    @property
    def seconds(self) -> float:
        """Of processor time and asleep, of a reference machine."""
        return self._spent

    def place(self, function: str) -> Frame | None:
        for loading in self.loaded.values():
            if function in loading.places:
                return loading.places[function]
        return None

    def load(self) -> None:
        """Start the process and run the files, unless that has been done."""
        self._ready()

    def renew(self, limits: Limits) -> None:
        """Let these limits count from here on, as if no time had been used yet."""
        self.limits = limits
        self._spent = self._asleep = 0.0
        self._received = self._kept = 0

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.end()
            self._process = None

    def _ready(self) -> StudentProcess:
        while self._process is None:
            self._process = self.launch()
            self._replaced = ()
            for file in self.files:
                try:
                    self._load(self._process, file)
                except Lost as lost:
                    self._process = None
                    self._give_up_statement(file, lost)
                    break
        return self._process

    def _load(self, process: StudentProcess, file: Load) -> None:
        if self._given_up(file):
            return
        process.wait_until_started()
        reply = self._timed(process, replace(file, skip=sorted(self._skip[file.exercise])), {})
        self.loaded[file.exercise] = _loading(file, reply, self._lost_at)

    def _give_up_statement(self, file: Load, lost: Lost) -> None:
        self._skip[file.exercise].add(lost.mark)
        self._lost_at[file.exercise] = lost
        if lost.mark < 0:
            # It was lost before any statement ran: reading the file is what it cannot stand.
            self._skip[file.exercise] |= set(range(MAX_RELOADS))
        if self._given_up(file):
            self.loaded[file.exercise] = Loading(unreadable=f"when it was read, it {lost.why}")

    def _given_up(self, file: Load) -> bool:
        return len(self._skip[file.exercise]) >= MAX_RELOADS

    def _require_time(self) -> float:
        left = self.limits.total_seconds - self._spent
        if left <= 0:
            self.close()
            raise Lost("had used up the time for the whole submission", timed_out=True)
        if self._received > MAX_RECEIVED:
            self.close()
            raise Lost("had sent more than is taken of a whole submission", forged=True)
        return left

    def _timed(self, process: StudentProcess, request: Request, right: Right) -> Reply:
        left = self._require_time()
        try:
            reply = process.exchange(
                request,
                self.limits.call_seconds,
                lambda name, args: right_answer(right, name, args),
                known=known_replies(frozenset(right.items())),
                total=left,
                asleep=self.limits.asleep_seconds - self._asleep,
                most=MAX_RECEIVED - self._received,
                most_kept=MAX_KEPT - self._kept,
            )
        finally:
            spent, asleep = process.spent()
            self._spent += spent
            self._asleep += asleep
            self._received += process.received
            self._kept += process.kept
        if isinstance(reply, (Answers, Definitions)):
            told = {kind for kind in reply.tried if type(kind) is str}
            self.tried |= told & {*REACHED_FOR, *HARMLESS}
        return reply


def right_answer(right: Right, name: str, args: list[Any]) -> Any:
    """What a replaced function returns; raises `ValueError` for one that is not replaced."""
    if name not in right:
        raise ValueError("it is not replaced")
    return right[name](*args)


def notes_on(tried: Iterable[str]) -> list[Note]:
    """What the code tried, for whoever looks after the class; what is harmless is said apart."""
    kinds = set(tried)
    notes = []
    for kind, table in ((TRIED, REACHED_FOR), (ASKED_FOR, HARMLESS)):
        found = [words for name, words in table.items() if name in kinds]
        if found:
            notes.append(kind(what=" and ".join(found)))
    return notes


def _loading(file: Load, reply: Reply, lost_at: Mapping[str, Lost]) -> Loading:
    try:
        if not isinstance(reply, Definitions):
            raise TypeError("another reply")
        if reply.unreadable:
            return Loading(unreadable=reply.unreadable[:300])
        places = {
            name: Frame(_own_name(file, of_type(place, str)), of_type(line, int))
            for name, (place, line) in reply.places.items()
            if name in file.functions
        }
        notes = _complaints(file, reply.complaints[:20])
        if file.exercise in lost_at:
            lost = lost_at[file.exercise]
            kind = HUNG if lost.timed_out else FORGED if lost.forged else DIED
            skipped = [_place(file, cell, line) for cell, line in reply.skipped[-1:]]
            notes.append(kind(place=skipped[0] if skipped else file.name, why=lost.why))
    except (TypeError, ValueError) as error:
        raise Lost(NO_ANSWER, forged=True) from error
    return Loading(places, notes)


def _complaints(file: Load, complaints: Sequence[Any]) -> list[Note]:
    """What was left out of a file; where all cells call what raises, their errors are one note."""
    found: dict[tuple[str, str], list[str]] = {}
    for cell, line, text, syntax in complaints:
        place, error = _place(file, cell, line), " ".join(of_type(text, str)[:300].split())
        found.setdefault((error, place if syntax is True else ""), []).append(place)
    notes = []
    for (error, unread), (place, *more) in found.items():
        others = f", and {counted(len(more), 'more place')}" if more else ""
        notes.append((SYNTAX_ERROR if unread else LOAD_ERROR)(place=place + others, error=error))
    return notes


def _place(file: Load, cell: object, line: object) -> str:
    """A place in the file, of which the process says the cell and the line; 0 is the whole."""
    where = f"{file.name} cell {cell}" if of_type(cell, int) else file.name
    return _own_name(file, where) + (f", line {line}" if of_type(line, int) else "")


def _own_name(file: Load, place: str) -> str:
    # A file name that student code claims is shown only when it is one of this file's own.
    return place[:200] if place.startswith(file.name) else file.name
