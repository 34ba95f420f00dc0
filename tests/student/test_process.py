"""A student process on any system: where it works, how it ends, what is left of it."""

import os
import time
from pathlib import Path
from typing import Any

import pytest

from autograder.student.calls import Call
from autograder.student.guest.decoding import decode
from autograder.student.guest.encoding import encode
from autograder.student.guest.values import Described
from autograder.student.guest.wire import HEADER, Load, Replace, Request, Run
from autograder.student.host.cold import ColdProcess
from autograder.student.host.process import MAX_ASKED, Lost, StudentProcess, status_in_words
from autograder.student.host.programs import steps_of

CODE = b"""
import os, tempfile

def where(name):
    with open(name, "w") as file:
        file.write("left")
    with tempfile.NamedTemporaryFile(delete=False) as file:
        return [os.getcwd(), file.name]

def leaves(status):
    os._exit(status)

def asks(value):
    return helper(value)

def sleeps():
    import time
    time.sleep(60)

def helper(value):
    return None
"""
FUNCTIONS = ["where", "leaves", "asks", "sleeps", "helper"]


def no_answer(name: str, args: list[Any]) -> Any:
    raise ValueError(f"{name} is not replaced")


class Student:
    """A process with the code above in it."""

    def __init__(self) -> None:
        self.process = StudentProcess(ColdProcess(1024))
        self.exchange(Load("work", "work.py", CODE, FUNCTIONS))

    def exchange(self, request: Request, seconds: float = 30.0, answer: Any = no_answer) -> Any:
        return self.process.exchange(request, seconds, answer)

    def call(
        self, function: str, *args: Any, seconds: float = 30.0, answer: Any = no_answer
    ) -> Any:
        request = Run([steps_of([Call(function, args)])])
        _, value, more = decode(self.exchange(request, seconds, answer).answers[0])
        return more.get("0", {"value": value})


@pytest.fixture
def student() -> Any:
    student = Student()
    yield student
    student.process.end()


def test_it_works_in_a_folder_of_its_own_that_ends_with_it(
    student: Student, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder, temporary = decode(student.call("where", "trace.txt")["value"])
    assert Path(folder, "trace.txt").read_text() == "left"
    assert os.path.samefile(Path(temporary).parent, folder)
    student.process.end()
    assert not Path(folder).exists()
    assert list(tmp_path.iterdir()) == []


def test_its_folder_ends_with_a_grader_that_is_killed(student: Student) -> None:
    connection = student.process.connection
    assert isinstance(connection, ColdProcess)
    student.call("where", "trace.txt")
    connection.sink.close()  # as the system does
    assert connection.process.wait(30) == 0
    assert not Path(connection.folder).exists()


def test_a_process_that_leaves_says_how(student: Student) -> None:
    with pytest.raises(Lost, match="ended its process: it left with exit status 3"):
        student.call("leaves", 3)


def test_a_process_that_does_not_answer_is_killed(student: Student) -> None:
    begun = time.monotonic()
    with pytest.raises(Lost, match="did not come to an end within") as lost:
        student.call("sleeps", seconds=0.3)
    assert lost.value.timed_out
    assert time.monotonic() - begun < 5


def test_a_replaced_function_is_answered_by_the_grader(student: Student) -> None:
    student.exchange(Replace(["helper"]))
    answer = student.call("asks", 20, answer=lambda name, args: [name, args[0] + 1])
    assert decode(answer["value"]) == ["helper", 21]
    refused = student.call("asks", Described("unknown"))
    assert "an unknown description" in refused["raised"]["text"]
    refused = student.call("asks", 20)
    assert "helper cannot be computed" in refused["raised"]["text"]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (0, "it left with exit status 0"),
        (-9, "it was killed"),
        (-11, "it crashed"),
        (-64, "signal 64"),
    ],
)
def test_an_end_in_words(status: int, words: str) -> None:
    assert status_in_words(status) == words


class Canned:
    """A connection on which given bytes come."""

    def __init__(self, data: bytes | bytearray) -> None:
        self.start_seconds = 0.0
        self.data = bytes(data)
        self.ended = False

    def allow(self, seconds: float, total: float, asleep: float) -> None:
        return None

    def marked(self, number: int = -1) -> int:
        return number

    def charge(self, seconds: float) -> None:
        return None

    def spent(self) -> tuple[float, float]:
        return 0.0, 0.0

    def send(self, data: bytes | bytearray) -> None:
        return None

    def receive(self, count: int) -> bytes:
        data, self.data = self.data[:count], self.data[count:]
        return data

    def how_it_ended(self) -> str:
        return ""

    def end(self) -> None:
        self.ended = True


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "ended its process"),
        (b"\x05\0\0\0ab", "ended its process"),
        (b"\xff\xff\xff\xff", "sent something that is no answer"),
        (b"\x01\0\0\0?", "sent something that is no answer"),
        (b"\x01\0\0\0N", "sent something that is no answer"),
        (b"\x02\0\0\0NN", "sent something that is no answer"),
    ],
)
def test_what_is_no_reply_ends_the_process(data: bytes, why: str) -> None:
    connection = Canned(data)
    with pytest.raises(Lost) as lost:
        StudentProcess(connection).exchange(Run([]), 1.0, no_answer)
    assert lost.value.why == why
    assert connection.ended


@pytest.mark.parametrize(
    "message",
    [
        *(["RightCall", 5, []], ["RightCall", "f", None], ["RightCall", "f"], ["Run", []], ["?"]),
        ["RightCall", "helper", [bytes(MAX_ASKED)]],
    ],
)
def test_a_message_that_is_none_ends_the_process(message: list[Any]) -> None:
    data = encode(message)
    with pytest.raises(Lost, match="no answer"):
        StudentProcess(Canned(HEADER.pack(len(data)) + data)).exchange(Run([]), 1.0, no_answer)
