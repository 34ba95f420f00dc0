"""What student code reaches for is told in few kinds, and what is its own is not told."""

import os
from typing import Any

import pytest

from autograder.notes import ASKED_FOR, TRIED
from autograder.student.guest import attempts
from autograder.student.guest.wire import Definitions, Load
from autograder.student.host.backends import notes_on
from autograder.student.host.launching import student_processes
from autograder.student.limits import Limits
from autograder.student.lockdown import probe

FOLDER = "/scratch/one"


@pytest.mark.parametrize(
    ("event", "args", "kinds"),
    [
        ("open", ("/etc/passwd", "r", 0), {"files"}),
        ("open", (b"/home/ann/key", "r", 0), {"files"}),
        ("open", ("../two/backprop.py", "r", 0), {"files"}),
        ("open", (f"{FOLDER}/../two/backprop.py", "r", 0), {"files"}),
        ("open", ("notes.txt", "w", 0), set()),
        ("open", (f"{FOLDER}/notes.txt", "w", 0), set()),
        ("open", (os.__file__, "r", 0), set()),
        ("open", (attempts.__file__, "r", 0), set()),
        ("open", (os.devnull, "w", 0), set()),
        ("open", (3, "w", 0), set()),
        ("os.listdir", (None,), set()),
        ("os.listdir", ("/",), {"files"}),
        ("os.listdir", ("/packages",), set()),
        ("open", ("/packages/solutions.py", "r", 0), {"files"}),
        ("socket.__new__", (None, 2, 1, 0), {"network"}),
        ("subprocess.Popen", ("ls", ["ls"], None, None), {"processes"}),
        ("os.kill", (7, 9), set()),
        ("os.kill", (1, 9), {"signals"}),
        ("os.mkdir", ("plots", 511, -1), {"folders"}),
        ("_thread.start_new_thread", (), {"threads"}),
        ("import", ("math",), set()),
    ],
)
def test_an_event_is_of_a_kind_or_of_none(event: str, args: Any, kinds: set[str]) -> None:
    found: set[str] = set()
    attempts._hook(found, FOLDER, 7, frozenset(["/packages"]))(event, args)
    assert found == kinds


def test_harmless_kinds_are_said_apart() -> None:
    notes = notes_on(["threads", "network", "files", "unheard of"])
    assert [note.kind for note in notes] == [TRIED.id, ASKED_FOR.id]
    assert "files that are not its own and the network" in notes[0].text
    assert notes[0].look
    assert not notes[1].look
    assert notes_on([]) == []


@pytest.mark.skipif(bool(probe().missing), reason="no lock-down on this machine")
def test_a_hand_in_that_reaches_out_is_told() -> None:
    code = b"import socket\ntry:\n    socket.socket()\nexcept OSError:\n    pass\n"
    launcher = student_processes(Limits())
    process = launcher.launch()
    try:
        reply = process.exchange(Load("work", "work.py", code, []), 5.0)
        assert isinstance(reply, Definitions)
        assert reply.tried == ["network"]
    finally:
        process.end()
        launcher.close()
