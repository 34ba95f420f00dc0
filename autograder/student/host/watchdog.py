"""Ends a call that does not come back in one's own process, as in a notebook's kernel.

There is no process to kill there. A thread interrupts the main one instead, as Ctrl-C does, again
and again until the call has ended: code that catches the first interrupt meets the next.
"""

from __future__ import annotations

import _thread
import contextlib
import signal
import threading
import time
from collections.abc import Iterator

AGAIN_SECONDS = 0.2  # between interrupts of code that catches them


class Interrupted(Exception):
    """The time was up, and the call was ended."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """End what runs inside when it takes longer than that.

    Only the main thread can be interrupted, and only where there are threads at all (a browser has
    none) and Python itself answers interrupts: elsewhere nothing is limited. A call that is inside
    compiled code ends when that returns.

    Args:
        seconds: wall time.

    Raises:
        Interrupted: the time was up.
    """
    if (
        threading.current_thread() is not threading.main_thread()
        or signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    ):
        yield
        return
    watchdog = _Watchdog(seconds)
    if not watchdog.start():
        yield
        return
    try:
        try:
            yield
        finally:
            watchdog.stop()
    except KeyboardInterrupt:
        if watchdog.barked:
            raise Interrupted(f"took longer than {seconds:g} s") from None
        raise  # the user's own


class _Watchdog:
    """The thread, and whether it had to do anything."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.barked = False
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def start(self) -> bool:
        """Whether there is a thread to be had."""
        try:
            self._thread.start()
        except RuntimeError:
            return False
        return True

    def _watch(self) -> None:
        wait = self.seconds
        while not self._over.wait(wait):
            with self._lock:
                if self._over.is_set():
                    return
                self.barked = True
                _thread.interrupt_main()
            wait = AGAIN_SECONDS

    def stop(self) -> None:
        """No more interrupts; one that is on its way arrives before this ends."""
        while True:
            try:
                with self._lock:
                    self._over.set()
                if self.barked:
                    time.sleep(0.001)  # a place for a pending interrupt to arrive at
                return
            except KeyboardInterrupt:
                if not self.barked:
                    raise
