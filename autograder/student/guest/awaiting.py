"""Runs cells that await, without the sockets that an ordinary event loop opens for itself."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
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
    """Run a coroutine to its end."""
    loop = TimerLoop()
    asyncio.set_event_loop(loop)
    try:
        loop.run_until_complete(coroutine)
    finally:
        asyncio.set_event_loop(None)
        loop.close()
