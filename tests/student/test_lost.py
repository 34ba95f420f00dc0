"""The program that a process was lost at is to blame, and is not run again."""

import marshal
from collections.abc import Mapping
from typing import Any

import pytest

from autograder.student.calls import Call, TimedOut
from autograder.student.guest.decoding import decode
from autograder.student.guest.encoding import encode
from autograder.student.guest.loading import load
from autograder.student.guest.values import Encoded
from autograder.student.guest.wire import Answers, Definitions, Load, Run
from autograder.student.host.backends import ProcessBackend
from autograder.student.host.backends import _loading as loading_of
from autograder.student.host.process import Lost
from autograder.student.host.programs import steps_of
from autograder.student.host.remote import RemoteStudent
from autograder.student.limits import Limits


class Hanging:
    """A backend that is lost at every program of one function, and counts what it runs."""

    def __init__(self, hangs: str) -> None:
        self.hangs = hangs
        self.ran: list[str] = []

    def exchange(self, request: Any, right: Mapping[str, Any]) -> Any:
        assert isinstance(request, Run)
        for number, program in enumerate(request.programs):
            function = marshal.loads(decode(program.data))[0][0]
            self.ran.append(function)
            if function == self.hangs and function not in right:
                raise Lost("did not come to an end", timed_out=True, mark=number)
        value = encode(1.0)
        answers = encode([len(value).to_bytes(4, "little"), value, {}])
        return Answers([answers for _ in request.programs])

    def place(self, function: str) -> None:
        return None


def encoded(*programs: list[Call]) -> list[Encoded]:
    return [Encoded(encode(steps_of(program))) for program in programs]


def test_what_hung_among_others_is_not_run_again() -> None:
    backend = Hanging("b")
    student = RemoteStudent(backend)
    a, b, c = ([Call(name, (1.0,))] for name in "abc")
    assert student.run_all(encoded(a, b, c)) is None
    assert backend.ran == ["a", "b"]
    with pytest.raises(TimedOut, match="did not come to an end"):
        student.run(b)
    assert backend.ran == ["a", "b"]
    (answer,) = student.run(c)
    assert answer.value == 1.0
    assert backend.ran == ["a", "b", "c"]


def test_answered_rightly_it_is_asked_all_the_same() -> None:
    backend = Hanging("b")
    student = RemoteStudent(backend)
    student.answered_by({"b": lambda: 1.0})
    program = [Call("b", (1.0,))]
    assert student.run_all(encoded(program)) is None
    with student.with_right(["b"]):
        assert student.run(program)[0].value == 1.0


class Stuck:
    """A process that never comes to an end."""

    def __init__(self, allowed: list[float]) -> None:
        self.allowed = allowed
        self.received = self.kept = 0

    def exchange(self, request: Any, seconds: float, *_: Any, **__: Any) -> Any:
        self.allowed.append(seconds)
        raise Lost("did not come to an end", timed_out=True)

    def spent(self) -> tuple[float, float]:
        return 0.0, 0.0


def test_a_right_function_beside_others_that_hang_has_as_much_time_as_anywhere() -> None:
    allowed: list[float] = []
    process: Any = Stuck(allowed)
    backend = ProcessBackend(lambda: process, [], Limits(call_seconds=2.0))
    for _ in range(5):
        with pytest.raises(Lost):
            backend.exchange(Run([]), {})
    assert allowed == [2.0] * 5


def test_what_was_left_out_of_a_file_is_told_with_its_place() -> None:
    file = Load("initializers", "initializers.py", b"a = 1\nwhile a:\n    pass\nb = 2\n", ["b"])
    loaded = load(file.exercise, file.name, file.data, {1}, lambda number: None)
    assert vars(loaded.module)["b"] == 2
    reply = Definitions({}, [], skipped=loaded.skipped)
    lost = {file.exercise: Lost("did not come to an end within 5 s", timed_out=True)}
    (note,) = loading_of(file, reply, lost).notes
    assert note.text == (
        "initializers.py, line 2: a statement did not come to an end within 5 s, and was left out"
    )
    for forged in ([[1]], [["x", "y"]], [None]):
        with pytest.raises(Lost):
            loading_of(file, Definitions({}, [], skipped=forged), lost)


def test_one_error_in_many_cells_is_one_note() -> None:
    file = Load("backprop", "backprop.ipynb", b"", [])
    complaints = [[n, 4, "ValueError: no", False] for n in (22, 23, 29)]
    complaints += [[30, 1, "TypeError: x", False], [31, 2, "no Python", True]]
    complaints += [[32, 2, "no Python", True]]
    assert [note.text for note in loading_of(file, Definitions({}, complaints), {}).notes] == [
        "backprop.ipynb cell 22, line 4, and 2 more places: ValueError: no",
        "backprop.ipynb cell 30, line 1: TypeError: x",
        "backprop.ipynb cell 31, line 2: no Python",
        "backprop.ipynb cell 32, line 2: no Python",
    ]
