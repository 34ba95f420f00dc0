"""One student process, seen from the grader: frames out, frames in, a deadline, and an end."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from autograder.student.guest.wire import HEADER, MAX_FRAME, WireError, decode, frame

COLD_START = Path(__file__).parents[1] / "guest" / "cold_main.py"
START_SECONDS = 30.0  # importing NumPy takes 0.1 s, and several seconds on a busy old laptop


class Lost(Exception):
    """The process is gone, or is of no more use; the text says why in one clause."""

    def __init__(self, why: str, *, timed_out: bool = False, forged: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.timed_out = timed_out
        self.forged = forged


class Connection(Protocol):
    """The raw line to a student process.

    Attributes:
        start_seconds: how long it may take until the process serves; 0 when it does already.
    """

    start_seconds: float

    def send(self, data: bytes, deadline: float) -> None:
        """Write all of it; raises `OSError` when the other side is gone or the time is up."""

    def receive(self, count: int, deadline: float) -> bytes:
        """Exactly `count` bytes, fewer when the other side is gone; `TimeoutError` after the
        deadline (of `time.monotonic`)."""

    def how_it_ended(self) -> str:
        """Once the other side has hung up: how the process ended by itself, or nothing."""

    def end(self) -> None:
        """Kill the process with everything that it started."""


class StudentProcess:
    """Speaks the protocol over a connection.

    Attributes:
        connection: the raw line.
        lockdown: how the process is confined, as a record says it.
    """

    def __init__(self, connection: Connection, lockdown: str = "process") -> None:
        self.connection = connection
        self.lockdown = lockdown
        self.last_statement = -1

    def wait_until_started(self) -> None:
        """Return when the process serves, so that its start is on nobody's account.

        Raises:
            Lost: it does not start.
        """
        seconds, self.connection.start_seconds = self.connection.start_seconds, 0.0
        if seconds:
            self.exchange({"op": "run", "programs": []}, seconds, lambda name, args: None)

    def exchange(
        self, request: dict[str, Any], seconds: float, answer: Callable[[str, list[Any]], Any]
    ) -> dict[str, Any]:
        """The reply to a request.

        Args:
            request: what is asked.
            seconds: wall time for all of it, sending included.
            answer: computes what a replaced function returns.

        Raises:
            Lost: no reply came in time, or what came was none; the process has been killed.
        """
        deadline = time.monotonic() + seconds
        try:
            self.connection.send(frame(request), deadline)
            while True:
                message = self._receive(deadline)
                if "next" in message:
                    self.last_statement = int(message["next"])
                elif "ask" in message:
                    self.connection.send(frame(_answered(message, answer)), deadline)
                else:
                    return message
        except TimeoutError:
            self.connection.end()
            raise Lost(f"did not come to an end within {seconds:g} s", timed_out=True) from None
        except (WireError, ValueError, TypeError) as error:
            self.connection.end()
            raise Lost("its process sent something that is no answer", forged=True) from error
        except (EOFError, OSError):
            how = self.connection.how_it_ended()
            self.connection.end()
            raise Lost(f"its process ended{how and ': ' + how}") from None

    def _receive(self, deadline: float) -> dict[str, Any]:
        head = self.connection.receive(HEADER.size, deadline)
        if len(head) < HEADER.size:
            raise EOFError
        (length,) = HEADER.unpack(head)
        if length > MAX_FRAME:
            raise WireError("a frame beyond the limit")
        body = self.connection.receive(length, deadline)
        if len(body) < length:
            raise EOFError
        message = decode(body)
        if not isinstance(message, dict):
            raise WireError("a message that is no dict")
        return message

    def end(self) -> None:
        """Kill the process."""
        self.connection.end()


def _answered(message: dict[str, Any], answer: Callable[[str, list[Any]], Any]) -> dict[str, Any]:
    name, args = message["ask"], message.get("args")
    if not isinstance(name, str) or not isinstance(args, list):
        raise WireError("a question without a name")
    try:
        return {"answer": answer(name, args)}
    except Exception as error:  # the arguments are the student's, and may be anything
        return {"refused": f"{name} cannot be computed of these arguments ({error})"[:200]}


class ColdProcess:
    """A process of its own on any system, connected by pipes; no lock-down.

    It works in a temporary folder of its own, where files that student code writes are in nobody's
    way; under a lock-down it has no other. A thread kills it when a deadline passes, which ends
    every blocked read and write: pipes have no timeouts that work on all systems.
    """

    def __init__(self, memory_mb: int) -> None:
        self.start_seconds = START_SECONDS
        self.folder = tempfile.mkdtemp(prefix="autograder-")
        self.process = subprocess.Popen(  # our own interpreter and file
            [sys.executable, "-I", "-B", str(COLD_START), str(memory_mb)],
            cwd=self.folder,
            env=os.environ | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), self.folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=sys.platform != "win32",
        )
        assert self.process.stdin and self.process.stdout
        self.sink, self.source = self.process.stdin, self.process.stdout
        self.deadline: float | None = None
        self.expired = False
        self.wake = threading.Condition()
        self.watch = threading.Thread(target=self._watch, daemon=True)
        self.watch.start()

    def send(self, data: bytes, deadline: float) -> None:
        self.deadline = deadline
        view = memoryview(data)
        while view:
            view = view[self.sink.write(view) :]
        self._check()

    def receive(self, count: int, deadline: float) -> bytes:
        self.deadline = deadline
        pieces = []
        while count > 0:
            piece = self.source.read(min(count, 1 << 20))
            if not piece:
                break
            pieces.append(piece)
            count -= len(piece)
        self._check()
        return b"".join(pieces)

    def _check(self) -> None:
        self.deadline = None
        if self.expired:
            raise TimeoutError

    def _watch(self) -> None:
        while self.process.poll() is None:
            deadline = self.deadline
            if deadline is not None and time.monotonic() > deadline:
                self.expired = True
                self._kill()
                return
            with self.wake:
                self.wake.wait(0.05)

    def _kill(self) -> None:
        if sys.platform != "win32":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()

    def how_it_ended(self) -> str:
        try:
            return in_words(self.process.wait(0.5))
        except subprocess.TimeoutExpired:
            return ""

    def end(self) -> None:
        if self.process.poll() is None:
            self._kill()
            self.process.wait()
        for stream in (self.sink, self.source):
            with contextlib.suppress(OSError):
                stream.close()
        shutil.rmtree(self.folder, ignore_errors=True)


_SIGNALS = {
    -6: "it was aborted",
    -9: "it was killed",
    -11: "it crashed",
    -24: "its processor time was used up",
    -25: "it wrote too large a file",
}


def in_words(status: int) -> str:
    """An exit status as `subprocess` gives it, in words."""
    if status < 0:
        return _SIGNALS.get(status, f"signal {-status}")
    return f"it left with exit status {status}"
