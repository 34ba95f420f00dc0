"""What has been replied once is replied again, to the same question for the same functions."""

from typing import Any

import numpy as np
import pytest

from autograder.student.guest.encoding import encode
from autograder.student.guest.wire import HEADER, Answers, RightCall, Run, frame, message_of
from autograder.student.host.known import MAX_BYTES, MAX_SHARE, KnownReplies, known_replies
from autograder.student.host.process import StudentProcess
from tests.student.test_process import Canned


class Heard(Canned):
    """A connection that keeps what it was sent."""

    mark = -1

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.sent: list[Any] = []

    def send(self, data: bytes | bytearray) -> None:
        self.sent.append(message_of(bytes(data[HEADER.size :])))


def replies_to(known: KnownReplies, *asked: list[Any]) -> list[Any]:
    """What questions to `counts` with these arguments come to; it says how often it was called."""
    times = iter(range(100))
    questions = b"".join(frame(RightCall("counts", args)) for args in asked)
    connection = Heard(questions + frame(Answers([], [])))
    StudentProcess(connection).exchange(Run([]), 5.0, lambda name, args: next(times), known=known)
    return [reply.value for reply in connection.sent[1:]]


def test_the_same_question_is_answered_once() -> None:
    known = KnownReplies()
    asked: list[list[Any]] = [[1, np.ones(3)], [2], [1, np.ones(3)], [1, np.zeros(3)]]
    assert replies_to(known, *asked) == [0, 1, 0, 2]
    assert replies_to(known, [2], [3]) == [1, 0]


def test_who_draws_draws_anew() -> None:
    rng = np.random.default_rng(0)
    assert replies_to(KnownReplies(), [3, 2, rng], [3, 2, rng]) == [0, 1]


def test_what_is_refused_once_is_tried_again() -> None:
    called = []

    def answer(name: str, args: list[Any]) -> int:
        called.append(name)
        if len(called) == 1:
            raise MemoryError("no room")
        return len(called)

    connection = Heard(frame(RightCall("counts", [1])) * 3 + frame(Answers([], [])))
    StudentProcess(connection).exchange(Run([]), 5.0, answer, known=KnownReplies())
    assert [bool(reply.refused) for reply in connection.sent[1:]] == [True, False, False]
    assert [reply.value for reply in connection.sent[2:]] == [2, 2]


def test_each_set_of_functions_has_replies_of_its_own() -> None:
    one, other = known_replies(frozenset({("f", abs)})), known_replies(frozenset({("f", len)}))
    assert one is known_replies(frozenset({("f", abs)})) is not other


@pytest.mark.parametrize(("length", "kept"), [(MAX_BYTES // MAX_SHARE, 0), (100, 1)])
def test_no_more_is_remembered_than_there_is_room_for(length: int, kept: int) -> None:
    known = KnownReplies()
    questions = [RightCall("f", ["x" * length, number]) for number in range(20 * MAX_SHARE * 10)]
    encoded = [encode(["RightCall", it.function, it.args]) for it in questions]
    for question, data in zip(questions, encoded, strict=True):
        known.add(question, data, b"reply")
    remembered = [data for data in encoded if known.get(data)]
    assert (known.get(encoded[-1]) == b"reply") == bool(kept)
    assert sum(map(len, remembered)) <= MAX_BYTES
