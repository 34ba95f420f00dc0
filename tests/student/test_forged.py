"""What a student process may send is anything: it costs the process, and nobody else anything."""

import os
import struct
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from autograder.student.calls import NO_ANSWER, Call, Died, scripted
from autograder.student.guest.encoding import encode
from autograder.student.guest.values import MAX_FRAMES, MAX_PAIRS, Described, Foreign
from autograder.student.guest.wire import HEADER, Answers, Definitions, Load, Mark, Run, frame
from autograder.student.host.backends import ProcessBackend
from autograder.student.host.process import MAX_KEPT, MAX_RECEIVED, Lost, StudentProcess
from autograder.student.host.programs import answers_of
from autograder.student.limits import Limits
from tests.student.test_process import Canned

PROGRAM = [Call("f", (np.zeros(2), scripted([np.ones((2, 3))])), watch=True, count=True, peak=True)]
RETURNED = {
    "value": encode(np.zeros(2)),
    "after": encode([np.ones(2), None]),
    "shared": [["result", "argument[0]"]],
    "calls": encode([[[2, 3], [3, 1]]]),
    "lines": 3,
    "peak": 800,
    "printed": "a line",
}
RAISED = {
    "raised": {
        "type": "ValueError",
        "text": "no",
        "bases": ["Exception"],
        "frames": [["f.py", 3, "f"]],
    }
}
ODD = [
    *[None, True, -1, 2**62, float("nan"), float("inf"), "", "text", "9" * 5_000, b"", b"\xff"],
    *[[], [[]], [[[]]], (), {}, {"value": 1}, np.zeros(0), np.zeros(3), np.zeros((2, 2))],
    *[np.float64(1), Foreign("x"), Described("x", {}), encode([5])],
    *[encode(Described("result", {"step": 0})), [["a", "b", "c"]], [[1, 2]], "raised"],
]


def replies(told: dict[str, Any]) -> bytes:
    return encode([struct.pack("<I", 0), b"", {"0": told}])


def spoiled(value: Any) -> Iterator[Any]:
    """The value with something odd in each place, and without each of its parts."""
    yield from ODD
    if isinstance(value, dict):
        for key, part in value.items():
            yield {name: kept for name, kept in value.items() if name != key}
            yield from (value | {key: odd} for odd in spoiled(part))
    if isinstance(value, list):
        for at, part in enumerate(value):
            yield value[:at] + value[at + 1 :]
            yield from ([*value[:at], odd, *value[at + 1 :]] for odd in spoiled(part))


def test_the_replies_that_are_spoiled_below_are_right() -> None:
    (returned,) = answers_of(PROGRAM, replies(RETURNED))
    (raised,) = answers_of(PROGRAM, replies(RAISED))
    assert returned.calls == ([[2, 3], [3, 1]],)
    assert returned.trouble is None
    assert "ValueError: no" in raised.trouble.observed if raised.trouble else False


@pytest.mark.parametrize("right", [RETURNED, RAISED])
def test_an_odd_reply_is_an_answer_or_none(right: dict[str, Any]) -> None:
    refused = 0
    for told in spoiled(right):
        try:
            (answer,) = answers_of(PROGRAM, replies(told))
        except Lost:
            refused += 1
            continue
        assert answer.trouble is not None or len(answer.calls) == 1
        assert answer.sent_after is None or len(answer.after) == 2
        assert type(answer.lines) is type(answer.peak) is int
    assert refused > 100


@pytest.mark.parametrize("number", ["1", "-2", "x", "9" * 5_000, ""])
def test_an_answer_to_no_call_is_none(number: str) -> None:
    with pytest.raises(Lost):
        answers_of(PROGRAM, encode([struct.pack("<I", 0), b"", {number: RETURNED}]))


def test_more_than_a_process_tells_of_a_call_is_cut() -> None:
    many = 1_000
    (told,) = answers_of(PROGRAM, replies(RETURNED | {"shared": many * [["a", "b"]]}))
    assert len(told.shared) == MAX_PAIRS
    raised: dict[str, Any] = RAISED["raised"]
    long = {"bases": many * ["A"], "frames": many * [["f.py", 3, "f"]]}
    (told,) = answers_of(PROGRAM, replies({"raised": raised | long}))
    assert told.trouble is not None
    assert len(told.trouble.frames) == MAX_FRAMES


def test_what_is_not_told_of_a_call_is_nobodys_fault_but_the_process_s() -> None:
    (silent,) = answers_of(PROGRAM, encode([struct.pack("<I", 1), b"N", {}]))
    assert silent.value is None
    with pytest.raises(Died, match=NO_ANSWER):
        silent.calls  # noqa: B018  # what is looked at is not there


class Endless(Canned):
    """A connection on which given bytes come, again and again."""

    mark = -1

    def receive(self, count: int) -> bytes:
        taken, rest = self.data[:count], self.data[count:]
        self.data = rest + taken
        return taken


def test_marks_without_end_are_more_than_is_taken() -> None:
    process = StudentProcess(Endless(frame(Mark(1))))
    with pytest.raises(Lost, match=NO_ANSWER):
        process.exchange(Run([]), 60.0, most=10_000)
    assert process.received < 11_000


def test_replies_that_are_kept_are_no_more_than_there_is_room_for() -> None:
    launched = []

    def launch() -> StudentProcess:
        size = MAX_KEPT // 2 if len(launched) == 0 else 10
        launched.append(StudentProcess(Endless(frame(Answers([bytes(size)])))))
        return launched[-1]

    backend = ProcessBackend(launch, [], Limits())
    backend.exchange(Run([]), {})
    with pytest.raises(Lost, match=NO_ANSWER):
        backend.exchange(Run([]), {})
    for _ in range(3):  # what is small has room still
        backend.exchange(Run([]), {})
    assert len(launched) == 2


def test_a_submission_sends_no_more_in_all_than_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autograder.student.host.backends.MAX_KEPT", 2 * MAX_RECEIVED)
    large = frame(Answers([bytes(MAX_RECEIVED // 2)]))
    launched = []

    def launch() -> StudentProcess:
        launched.append(StudentProcess(Endless(large)))
        return launched[-1]

    backend = ProcessBackend(launch, [], Limits())
    backend.exchange(Run([]), {})
    with pytest.raises(Lost, match=NO_ANSWER):
        backend.exchange(Run([]), {})
    for _ in range(2):
        with pytest.raises(Lost, match="sent more than is taken"):
            backend.exchange(Run([]), {})
    assert len(launched) == 1


LOADED = {
    "places": {"f": ["f.py", 3]},
    "complaints": [[0, 2, "NameError: x", False]],
    "unreadable": "",
    "tried": ["files", "threads"],
}


def test_odd_definitions_are_definitions_or_none() -> None:
    notes = set()
    for told in spoiled(LOADED):
        data = encode(["Definitions", *(told.values() if isinstance(told, dict) else [told])])
        process = StudentProcess(Endless(HEADER.pack(len(data)) + data))
        backend = ProcessBackend(lambda process=process: process, [FILE], Limits())
        backend.load()
        loading = backend.loaded["f"]
        assert loading.unreadable or set(loading.places) <= {"f"}
        assert backend.tried <= {"files", "threads"}
        notes.add(loading.unreadable)
    assert f"when it was read, it {NO_ANSWER}" in notes


FILE = Load("f", "f.py", b"", ["f"])


def test_what_is_told_in_definitions_is_kept() -> None:
    process = StudentProcess(Endless(frame(Definitions(**LOADED))))
    backend = ProcessBackend(lambda: process, [FILE], Limits())
    backend.load()
    assert str(backend.place("f")) == "f.py, line 3"
    assert backend.tried == {"files", "threads"}
    assert len(backend.loaded["f"].notes) == 1


def test_a_process_with_a_pipe_for_marks_sends_none_by_the_line() -> None:
    from autograder.student.host.child import WarmChild

    source, sink = os.pipe()
    try:
        child = WarmChild.__new__(WarmChild)
        child._marks = source
        with pytest.raises(ValueError, match="pipe for marks"):
            child.marked(3)
    finally:
        os.close(source)
        os.close(sink)
