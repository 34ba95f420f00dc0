"""A call in one's own process ends when its time is up."""

import contextlib
import sys
import threading

import pytest

from autograder.student.host import watchdog
from autograder.student.host.watchdog import Interrupted, time_limit

MONITORED = pytest.param(
    "clock", marks=pytest.mark.skipif(sys.version_info < (3, 12), reason="no sys.monitoring")
)


@pytest.fixture(params=["thread", MONITORED], autouse=True)
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """What watches: a thread, or in its absence Python's own monitoring."""
    kind: str = request.param
    if kind == "clock":
        monkeypatch.setattr(watchdog._Watchdog, "start", lambda self: False)
    return kind


def forever() -> None:
    """A function of its own, as a student's is: Python 3.12 leaves out the handlers of the block at
    whose very beginning it is interrupted."""
    while True:
        pass


def test_an_endless_loop_is_ended() -> None:
    with pytest.raises(Interrupted, match=r"longer than 0\.05 s"), time_limit(0.05):
        forever()


def test_a_loop_that_catches_interrupts_is_ended_as_well() -> None:
    caught = []

    def stubborn() -> None:
        while len(caught) < 2:
            with contextlib.suppress(KeyboardInterrupt):
                try:
                    forever()
                finally:
                    caught.append(1)
        forever()

    with pytest.raises(Interrupted), time_limit(0.05):
        stubborn()
    assert len(caught) == 2


def test_what_is_quick_is_left_alone() -> None:
    with time_limit(30.0):
        value = 1
    assert value == 1
    assert not [t for t in threading.enumerate() if t.name.endswith("(_watch)") and not t.daemon]


def test_the_users_own_interrupt_stays_one() -> None:
    with pytest.raises(KeyboardInterrupt), time_limit(30.0):
        raise KeyboardInterrupt


def test_errors_pass_through() -> None:
    with pytest.raises(ValueError, match="own"), time_limit(30.0):
        raise ValueError("own")


def test_another_thread_is_limited_where_python_monitors(kind: str) -> None:
    done = []

    def count() -> None:
        for number in range(3):
            done.append(number)

    def work() -> None:
        with contextlib.suppress(Interrupted), time_limit(0.0):
            count()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(done) == (0 if hasattr(sys, "monitoring") else 3)


def test_another_threads_loop_is_not_interrupted(kind: str) -> None:
    begun, ended, stop = threading.Event(), [], threading.Event()

    def other() -> None:
        begun.set()
        while not stop.is_set():
            pass
        ended.append("by itself")

    thread = threading.Thread(target=other, daemon=True)
    thread.start()
    begun.wait()
    with pytest.raises(Interrupted), time_limit(0.01):
        forever()
    stop.set()
    thread.join()
    assert ended == ["by itself"]


def test_code_that_only_calls_itself_is_ended() -> None:
    def twice(depth: int) -> int:
        return twice(depth - 1) + twice(depth - 1) if depth else 1

    with pytest.raises(Interrupted), time_limit(0.05):
        twice(200)


def test_what_leaves_late_leaves_nothing_watched(kind: str) -> None:
    for _ in range(2):  # a watch that was not ended would be in the way of the next
        with pytest.raises(Interrupted), time_limit(0.01):
            with contextlib.suppress(KeyboardInterrupt):
                forever()
            forever()
    if kind == "clock":
        assert sys.monitoring.get_tool(watchdog._TOOL) is None
