"""The student that a check talks to: somebody's functions behind an exchange of requests."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import CodeType
from typing import Any, Protocol

from autograder.model import Note
from autograder.notes import DIED, FORGED, HUNG, LOAD_ERROR
from autograder.student.calls import (
    Answer,
    Call,
    Died,
    Frame,
    Missing,
    Program,
    Raised,
    TimedOut,
    Trouble,
    Unimplemented,
    WrongArity,
    value_of,
)
from autograder.student.guest.session import Session
from autograder.student.guest.wire import Encoded, WireError, decode, encode
from autograder.student.host.places import own_frames, own_place
from autograder.student.host.process import Lost, StudentProcess
from autograder.student.host.watchdog import Interrupted, time_limit

MAX_RELOADS = 6  # statements of one file that may hang or exit before the file is given up
# Wall time of many programs in one exchange: all of an exercise's take 10 ms. Who needs more is
# asked one by one, so what is lost by a smaller number is a submission that hangs a little sooner.
TOGETHER_SECONDS = 2.0
# Wall time of a file that has cost a process before: an endless function is called by as many as
# six demonstrations, which come up one after the other. Honest files run in 5 to 20 ms.
RELOAD_SECONDS = 2.0
Right = Mapping[str, Callable[..., Any]]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one submission may use.

    Attributes:
        call_seconds: wall time of one exchange (a call, or a program of calls); right ones take
            milliseconds, so the default leaves room for loops in Python on a busy machine.
        total_seconds: wall time of all exchanges together.
        memory_mb: address space of the student process.
    """

    call_seconds: float = 5.0
    total_seconds: float = 60.0
    memory_mb: int = 1024


@dataclass(frozen=True, slots=True)
class ExerciseFile:
    """One file that is handed in, for one exercise."""

    exercise: str
    name: str
    data: bytes
    functions: tuple[str, ...]


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

    def exchange(
        self, request: dict[str, Any], right: Right, seconds: float = math.inf
    ) -> dict[str, Any]:
        """The reply, within the limit of a call or fewer seconds; raises `Lost`."""

    def place(self, function: str) -> Frame | None:
        """Where a function is defined."""


class ProcessBackend:
    """A student process that is started when it is needed, and again when it is lost."""

    def __init__(
        self,
        launch: Callable[[], StudentProcess],
        files: Sequence[ExerciseFile],
        limits: Limits,
    ) -> None:
        self.launch = launch
        self.files = files
        self.limits = limits
        self.spent = 0.0
        self.loaded: dict[str, Loading] = {}
        self._skip: dict[str, set[int]] = {file.exercise: set() for file in files}
        self._to_announce: set[str] = set()
        self._lost_at: dict[str, Lost] = {}
        self._process: StudentProcess | None = None
        self._replaced: tuple[str, ...] = ()

    def exchange(
        self, request: dict[str, Any], right: Right, seconds: float = math.inf
    ) -> dict[str, Any]:
        process = self._ready()
        names = tuple(sorted(right))
        if names != self._replaced:
            substitute = {"op": "substitute", "names": list(names)}
            self._timed(process, substitute, right, self.limits.call_seconds)
            self._replaced = names
        return self._timed(process, request, right, min(seconds, self.limits.call_seconds))

    def place(self, function: str) -> Frame | None:
        for loading in self.loaded.values():
            if function in loading.places:
                return loading.places[function]
        return None

    def load(self) -> None:
        """Start the process and run the files, unless that has been done."""
        self._ready()

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
                    self._give_up_statement(file, lost)
                    break
        return self._process

    def _load(self, process: StudentProcess, file: ExerciseFile) -> None:
        if self._given_up(file):
            return
        process.last_statement = -1
        process.wait_until_started()
        announced = file.exercise in self._to_announce
        reply = self._timed(
            process,
            {
                "op": "load",
                "exercise": file.exercise,
                "name": file.name,
                "data": file.data,
                "functions": list(file.functions),
                "skip": sorted(self._skip[file.exercise]),
                "announce": announced,
            },
            {},
            min(self.limits.call_seconds, RELOAD_SECONDS if announced else math.inf),
        )
        self.loaded[file.exercise] = _loading(file, reply, self._lost_at)

    def _give_up_statement(self, file: ExerciseFile, lost: Lost) -> None:
        number = self._process.last_statement if self._process else -1
        self._process = None
        if file.exercise not in self._to_announce:
            # Every announcement wakes the grader, so the first time there are none.
            self._to_announce.add(file.exercise)
            return
        self._skip[file.exercise].add(number)
        self._lost_at[file.exercise] = lost
        if number < 0:
            # It was lost before any statement ran: reading the file is what it cannot stand.
            self._skip[file.exercise] |= set(range(MAX_RELOADS))
        if self._given_up(file):
            self.loaded[file.exercise] = Loading(unreadable=f"while it was read {lost.why}")

    def _given_up(self, file: ExerciseFile) -> bool:
        return len(self._skip[file.exercise]) >= MAX_RELOADS

    def _timed(
        self, process: StudentProcess, request: dict[str, Any], right: Right, seconds: float
    ) -> dict[str, Any]:
        left = self.limits.total_seconds - self.spent
        if left <= 0:
            raise Lost("had used up the time for the whole submission", timed_out=True)
        begun = time.monotonic()
        try:
            return process.exchange(
                request,
                min(seconds, left),
                lambda name, args: _right_answer(right, name, args),
            )
        except Lost:
            self._process = None if request["op"] != "load" else self._process
            raise
        finally:
            self.spent += time.monotonic() - begun


def _right_answer(right: Right, name: str, args: list[Any]) -> Any:
    if name not in right:
        raise ValueError("it is not replaced")
    return right[name](*args)


def _loading(file: ExerciseFile, reply: dict[str, Any], lost_at: Mapping[str, Lost]) -> Loading:
    try:
        if "unreadable" in reply:
            return Loading(unreadable=str(reply["unreadable"])[:300])
        places = {
            str(name): Frame(_own_name(file, str(place)), int(line))
            for name, (place, line) in reply["places"].items()
            if name in file.functions
        }
        notes = [
            LOAD_ERROR(
                place=_own_name(file, _cell_name(file, int(cell))),
                line=int(line),
                error=" ".join(str(text)[:300].split()),
            )
            for cell, line, text in reply["complaints"][:20]
        ]
    except (KeyError, TypeError, ValueError) as error:
        raise Lost("its process sent something that is no answer", forged=True) from error
    if file.exercise in lost_at:
        lost = lost_at[file.exercise]
        kind = HUNG if lost.timed_out else FORGED if lost.forged else DIED
        notes.append(kind(file=file.name, why=lost.why))
    return Loading(places, notes)


def _cell_name(file: ExerciseFile, cell: int) -> str:
    return f"{file.name} cell {cell}" if cell else file.name


def _own_name(file: ExerciseFile, place: str) -> str:
    # A file name that student code claims is shown only when it is one of this file's own.
    return place[:200] if place.startswith(file.name) else file.name


class NotebookBackend:
    """The notebook's own functions, called in its own process through the same session."""

    def __init__(
        self,
        functions: Mapping[str, Sequence[str]],
        namespace: dict[str, Any],
        limits: Limits | None = None,
    ) -> None:
        self.right: Right = {}
        self.call_seconds = (limits or Limits()).call_seconds
        self.session = Session(
            lambda name, args: _right_answer(self.right, name, args),
            lambda number: None,
            local=True,
        )
        for exercise, names in functions.items():
            self.session.adopt(exercise, list(names), namespace)
        self.namespace = namespace
        self._replaced: tuple[str, ...] = ()

    def exchange(
        self, request: dict[str, Any], right: Right, seconds: float = math.inf
    ) -> dict[str, Any]:
        self.right = right
        names = tuple(sorted(right))
        self.session.handle({"op": "substitute", "names": list(names)})
        try:
            # Through the wire format and back, so that arrays are as new as in another process.
            with time_limit(min(seconds, self.call_seconds)):
                reply = self.session.handle(decode(encode(request)))
        except Interrupted as error:
            raise Lost(f"did not come to an end (it {error})", timed_out=True) from None
        finally:
            self.session.handle({"op": "substitute", "names": []})
        return reply

    def place(self, function: str) -> Frame | None:
        code = getattr(self.namespace.get(function), "__code__", None)
        if not isinstance(code, CodeType):
            return None
        place = own_place(code.co_filename)
        return Frame(place, code.co_firstlineno) if place else None


class RemoteStudent:
    """A `Student` over a backend."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._right: Right = {}
        self._hung: set[str] = set()
        self._all_right: Right = {}

    def answered_by(self, right: Right) -> None:
        """Give the right answers that `with_right` may serve."""
        self._all_right = right

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args: value_of(self.run([Call(name, args)])[0])

    def run(self, program: Program) -> list[Answer]:
        for call in program:
            if call.function in self._hung:
                raise TimedOut(call.function, "ran out of time before, so it was not called again")
        try:
            return answers_of(program, self._exchange([steps_of(program)])[0])
        except Lost as lost:
            function = program[0].function
            if lost.timed_out:
                self._hung.add(function)
            raise (TimedOut if lost.timed_out else Died)(function, lost.why) from None

    def run_all(self, programs: Sequence[Encoded]) -> list[bytes] | None:
        """What comes of several programs (their `steps_of`), in one round trip: for `answers_of`.

        None when the process was lost on the way: which of them was to blame is not known.
        """
        try:
            return self._exchange(programs, TOGETHER_SECONDS) if programs else []
        except Lost:
            return None

    def _exchange(self, programs: Sequence[Any], seconds: float = math.inf) -> list[bytes]:
        request = {"op": "run", "programs": list(programs)}
        replies = self._backend.exchange(request, self._right, seconds).get("answers")
        if (
            type(replies) is not list
            or len(replies) != len(programs)
            or not all(type(reply) is bytes for reply in replies)
        ):
            raise Lost("its process sent something that is no answer", forged=True)
        return replies

    def place(self, function: str) -> Frame | None:
        return self._backend.place(function)

    @contextmanager
    def with_right(self, functions: Iterable[str]) -> Iterator[None]:
        kept, hung = self._right, self._hung
        self._right = {name: self._all_right[name] for name in functions if name in self._all_right}
        self._hung = hung - set(self._right)
        try:
            yield
        finally:
            self._right = kept
            self._hung = hung | self._hung


def steps_of(program: Program) -> list[list[Any]]:
    """A program as it is sent."""
    return [_step(call) for call in program]


def _step(call: Call) -> list[Any]:
    how: dict[str, Any] = {}
    if call.options:
        how["options"] = call.options
    if call.watch:
        how["watch"] = "alone" if call.alone else "all"
    if not call.send:
        how["send"] = False
    if call.parts:
        how["parts"] = [list(path) for path in call.parts]
    if call.seed is not None:
        how["seed"] = call.seed
    return [call.function, list(call.args), how] if how else [call.function, list(call.args)]


def answers_of(program: Program, reply: bytes) -> list[Answer]:
    """The answers to a program; raises `Lost` for a reply that is none."""
    try:
        return [_answer(call, raw) for call, raw in zip(program, decode(reply), strict=True)]
    except (WireError, KeyError, TypeError, ValueError, IndexError) as error:
        raise Lost("its process sent something that is no answer", forged=True) from error


def _answer(call: Call, raw: bytes | dict[str, Any]) -> Answer:
    if isinstance(raw, bytes):  # what nearly every call comes to
        return Answer(call.function, sent=raw)
    trouble = None
    if "raised" in raw:
        trouble = _trouble(call.function, raw["raised"])
        trouble.printed = _printed(raw)
    return Answer(
        call.function,
        trouble,
        _encoded(raw.get("value")),
        _encoded(raw.get("after")),
        shared=tuple((str(a), str(b)) for a, b in raw.get("shared", ())),
        calls=_calls(decode(raw["calls"])) if "calls" in raw else (),
    )


def _encoded(raw: Any) -> bytes | None:
    if raw is not None and type(raw) is not bytes:
        raise TypeError("a value that was not encoded")
    return raw


def _calls(raw: Any) -> tuple[list[list[Any]], ...]:
    if not all(isinstance(call, list) for calls in raw for call in calls):
        raise ValueError("argument lists that are none")
    return tuple(raw)


def _printed(raw: dict[str, Any]) -> str:
    printed = raw.get("printed", "")
    return printed[:4000] if isinstance(printed, str) else ""


def _trouble(function: str, raised: dict[str, Any]) -> Trouble:
    kind, text = str(raised["type"])[:80], str(raised["text"])[:300]
    frames = own_frames(raised["frames"])
    kinds = {kind, *(str(base) for base in raised["bases"])}
    if "NotImplementedError" in kinds:
        return Unimplemented(function, "is not written yet", frames)
    if kind == "LookupError" and not raised["frames"] and text.endswith("is not defined"):
        return Missing(function, "is not defined", frames)
    if kind == "TypeError" and not raised["frames"]:
        return WrongArity(function, f"cannot be called with these arguments: {text}", frames)
    return Raised(function, f"raised {kind}: {text}" if text else f"raised {kind}", frames)
