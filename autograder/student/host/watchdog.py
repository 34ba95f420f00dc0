"""Ends a call that does not come back in one's own process, as in a notebook's kernel.

There is no process to kill there. A thread interrupts the main one instead, as Ctrl-C does, again
and again until the call has ended: code that catches the first interrupt meets the next. Where
there are no threads, as in a browser, Python itself looks at the clock whenever the code jumps back
or calls something, which every endless loop does.
"""

import _thread
import contextlib
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Protocol

AGAIN_SECONDS = 0.2  # between interrupts of code that catches them
_SOON = 0.001  # seconds until a moment at which nothing may be interrupted has passed
_TOOL = 4  # of the numbers that sys.monitoring has; 0, 1, 2 and 5 are for debuggers and the like
# Interrupted in the midst of leaving, nobody would stop the watch.
_LEAVING = (__file__, contextlib.contextmanager.__code__.co_filename)
_OURS = (str(Path(__file__).parents[2]), *_LEAVING)


class Interrupted(TimeoutError):
    """The time was up, and the call was ended."""


class Watch(Protocol):
    """Interrupts what runs, by `KeyboardInterrupt`, when its seconds are over.

    Attributes:
        interrupted: whether it has.
    """

    interrupted: bool

    def start(self) -> bool:
        """Begin; False where this kind of watch cannot interrupt anything."""

    def stop(self) -> None:
        """No more interrupts; one that is on its way arrives before this ends."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """End what runs inside when it takes longer than that.

    It is what is called inside that is ended, not a loop of the `with` block's own; a call that is
    in compiled code ends when that returns. Nothing is limited where there is
    neither a thread that could interrupt this one nor Python's own monitoring (before 3.12).

    Args:
        seconds: wall time.

    Raises:
        Interrupted: the time was up.
    """
    # The frame that holds the `with`, by way of contextlib's.
    watches: tuple[Watch, ...] = (_Watchdog(seconds, sys._getframe(2)), _Clock(seconds))
    watch = next((watch for watch in watches if watch.start()), None)
    if watch is None:
        yield
        return
    try:
        try:
            yield
        finally:
            watch.stop()
    except KeyboardInterrupt:
        if watch.interrupted:
            raise Interrupted(f"took longer than {seconds:g} s") from None
        raise  # the user's own


class _Watchdog:
    """A thread. It can interrupt only the main one, and only while Python answers interrupts.

    Only what the `with` block has called is interrupted: on a busy machine the time can be up
    before it is entered, or an earlier interrupt may still be on its way up through it.
    """

    def __init__(self, seconds: float, outside: FrameType) -> None:
        self.seconds = seconds
        self._outside = outside
        self.interrupted = False
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._main = threading.main_thread().ident
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def start(self) -> bool:
        if (
            threading.current_thread() is not threading.main_thread()
            or signal.getsignal(signal.SIGINT) is not signal.default_int_handler
        ):
            return False
        try:
            self._thread.start()
        except RuntimeError:  # a browser has no threads
            return False
        return True

    def _watch(self) -> None:
        wait = self.seconds
        while not self._over.wait(wait):
            with self._lock:
                if self._over.is_set():
                    return
                if not self._in_a_call():
                    wait = _SOON
                    continue
                self.interrupted = True
                _thread.interrupt_main()
            wait = AGAIN_SECONDS

    def _in_a_call(self) -> bool:
        """Whether the main thread is in something that the block has called."""
        frame = sys._current_frames().get(self._main or 0)
        called = None
        while frame is not None and frame is not self._outside:
            frame, called = frame.f_back, frame
        if frame is None or called is None:
            return False
        return called.f_code.co_filename not in _LEAVING

    def stop(self) -> None:
        while True:
            try:
                with self._lock:
                    self._over.set()
                if self.interrupted:
                    time.sleep(0.001)  # a place for a pending interrupt to arrive at
                return
            except KeyboardInterrupt:
                if not self.interrupted:
                    raise


class _Clock:
    """A look at the clock at each jump and call of this thread's code."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.interrupted = False
        self._monitoring: Any = getattr(sys, "monitoring", None)
        self._thread = threading.get_ident()
        self._until = 0.0

    def start(self) -> bool:
        monitoring = self._monitoring
        if monitoring is None or monitoring.get_tool(_TOOL) is not None:
            return False
        self._until = time.monotonic() + self.seconds
        monitoring.use_tool_id(_TOOL, "autograder")
        for event in (monitoring.events.JUMP, monitoring.events.PY_START):
            monitoring.register_callback(_TOOL, event, self._look)
        monitoring.set_events(_TOOL, monitoring.events.JUMP | monitoring.events.PY_START)
        return True

    def _look(self, code: CodeType, *_: object) -> None:
        if time.monotonic() < self._until or threading.get_ident() != self._thread:
            return
        if code.co_filename.startswith(_OURS):
            return
        self.interrupted = True
        self._until = time.monotonic() + AGAIN_SECONDS
        raise KeyboardInterrupt

    def stop(self) -> None:
        monitoring = self._monitoring
        monitoring.set_events(_TOOL, 0)
        monitoring.free_tool_id(_TOOL)
