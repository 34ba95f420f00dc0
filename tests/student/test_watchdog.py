"""A call in one's own process ends when its time is up."""

from __future__ import annotations

import contextlib
import threading

import pytest

from autograder.student.host.watchdog import Interrupted, time_limit


def test_an_endless_loop_is_ended() -> None:
    with pytest.raises(Interrupted, match=r"longer than 0\.05 s"), time_limit(0.05):
        while True:
            pass


def test_a_loop_that_catches_interrupts_is_ended_as_well() -> None:
    caught = []

    def stubborn() -> None:
        while len(caught) < 2:
            with contextlib.suppress(KeyboardInterrupt):
                try:
                    while True:
                        pass
                finally:
                    caught.append(1)
        while True:
            pass

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


def test_in_another_thread_nothing_is_limited() -> None:
    done = []

    def work() -> None:
        with time_limit(0.0):
            done.append(1)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [1]
