"""Runs cells that await, without the sockets that an ordinary event loop opens for itself."""

import asyncio
import time
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any


class _Sleep:
    """Stands for a selector: nothing ever arrives from outside, so waiting is sleeping."""

    def select(self, timeout: float | None) -> list[Any]:
        time.sleep(timeout or 0.0)
        return []


class TimerLoop(asyncio.BaseEventLoop):
    """An event loop with timers and tasks, and no input or output."""

    def __init__(self) -> None:
        super().__init__()
        self._selector = _Sleep()

    def _process_events(self, events: list[Any]) -> None:
        return None

    def _write_to_self(self) -> None:
        return None


def drive(coroutine: Coroutine[Any, Any, Any]) -> None:
    """Run a coroutine to its end, also where a loop runs already, as in a notebook's kernel."""
    loop = TimerLoop()
    with _no_loop_around():
        try:
            loop.run_until_complete(coroutine)
        finally:
            loop.close()


@contextmanager
def _no_loop_around() -> Iterator[None]:
    """Let it look as if no loop and no task were running, and none had been set."""
    outer = asyncio._get_running_loop()
    if outer is None:
        try:
            yield
        finally:
            asyncio.set_event_loop(None)
        return
    swap = getattr(asyncio.tasks, "_swap_current_task", lambda loop, task: None)  # from 3.12 on
    task = swap(outer, None)
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(outer)
        swap(outer, task)
