"""A student process of its own on any system: the way of a student's own machine."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from autograder.refusals import Refusal
from autograder.student.host.process import StudentProcess, status_in_words
from autograder.student.limits import Limits

COLD_START = Path(__file__).parents[1] / "guest" / "cold_main.py"
START_SECONDS = 30.0  # importing NumPy takes 0.1 s, and several seconds on a busy old laptop


class NoProcess(Refusal, RuntimeError):
    """The system starts no process."""

    def __init__(self, error: OSError) -> None:
        super().__init__(
            f"files are graded in a process of their own, and none can be started here "
            f"({error.strerror}); in a notebook, also in a browser, check() and show() judge what "
            "the notebook defines"
        )


class ColdProcess:
    """A process of its own on any system, connected by pipes; no lock-down.

    It works in a temporary folder of its own, where files that student code writes are in nobody's
    way; under a lock-down it has no other. A thread kills it when a deadline passes, which ends
    every blocked read and write: pipes have no timeouts that work on all systems.

    Raises:
        NoProcess: this system starts none.
    """

    def __init__(self, memory_mb: int) -> None:
        self.start_seconds = START_SECONDS
        self.folder = ""
        try:
            self.folder = tempfile.mkdtemp(prefix="autograder-")
            self.process = _started(memory_mb, self.folder)
        except OSError as error:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise NoProcess(error) from None
        if self.process.stdin is None or self.process.stdout is None:  # they were asked for
            raise OSError("a process without pipes")
        self.sink, self.source = self.process.stdin, self.process.stdout
        self.expired = False
        self._until: float | None = None  # while something is waited for
        self._seconds = self._begun = self._end = self._deadline = 0.0
        self.mark = -1
        self.wake = threading.Condition()
        self.watch = threading.Thread(target=self._watch, daemon=True)
        self.watch.start()

    def allow(self, seconds: float, total: float, asleep: float) -> None:
        self._begun = time.monotonic()
        self._seconds, self._end = seconds, self._begun + total
        self.mark = -1
        self._renew()

    def _renew(self) -> None:
        self._deadline = min(time.monotonic() + self._seconds, self._end)

    def send(self, data: bytes | bytearray) -> None:
        with self._watched():
            view = memoryview(data)
            while view:
                view = view[self.sink.write(view) :]

    def receive(self, count: int) -> bytes:
        pieces = []
        with self._watched():
            while count > 0:
                piece = self.source.read(min(count, 1 << 20))
                if not piece:
                    break
                pieces.append(piece)
                count -= len(piece)
        return b"".join(pieces)

    def marked(self, number: int = -1) -> int:
        if number >= 0:
            self.mark = number
            self._renew()
        return self.mark

    def charge(self, seconds: float) -> None:
        return None  # it is on the clock, as everything is

    def spent(self) -> tuple[float, float]:
        return time.monotonic() - self._begun, 0.0

    @contextlib.contextmanager
    def _watched(self) -> Iterator[None]:
        self._until = self._deadline
        try:
            yield
        finally:
            self._until = None
            if self.expired:
                raise TimeoutError

    def _watch(self) -> None:
        while self.process.poll() is None:
            until = self._until
            if until is not None and time.monotonic() > until:
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
            return status_in_words(self.process.wait(0.5))
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


class ColdLauncher:
    """Starts an interpreter for every submission; the way of systems without `fork`.

    Args:
        limits: of each process.
        ahead: start one at once, which imports NumPy while its grader does other things.
    """

    degree = "process"
    troubles = 0

    def __init__(self, limits: Limits, *, ahead: bool = False) -> None:
        self.limits = limits
        self.waiting: Callable[[], contextlib.AbstractContextManager[None]] = contextlib.nullcontext
        self._ahead = [ColdProcess(limits.memory_mb)] if ahead else []

    def launch(self) -> StudentProcess:
        process = self._ahead.pop() if self._ahead else ColdProcess(self.limits.memory_mb)
        return StudentProcess(process, self.degree)

    def close(self) -> None:
        while self._ahead:
            self._ahead.pop().end()


def _started(memory_mb: int, folder: str) -> subprocess.Popen[bytes]:
    # What runs there is compiled once, unless this process keeps no bytecode either, of which `-I`
    # alone says nothing.
    kept = ["-B"] if sys.dont_write_bytecode else []
    return subprocess.Popen(  # our own interpreter and file
        [sys.executable, "-I", *kept, str(COLD_START), str(memory_mb)],
        cwd=folder,
        env=os.environ | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        start_new_session=sys.platform != "win32",
    )
