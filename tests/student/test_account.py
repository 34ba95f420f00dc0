"""Processor time and time asleep count; time in line for a processor does not."""

import os
import threading
import time
from collections.abc import Iterator

import pytest

from autograder.student import limits
from autograder.student.host import time_limit
from autograder.student.host.time_limit import Account


class Process:
    """A process whose clocks stand where a test puts them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = self.processor = self.grader = self.stood = 0.0
        self.asleep = False
        monkeypatch.setattr(time_limit.time, "monotonic", lambda: self.now)
        monkeypatch.setattr(Account, "_processor", lambda account: self.processor)
        monkeypatch.setattr(Account, "_sleeps", lambda account: self.asleep)
        monkeypatch.setattr(Account, "_stood", lambda account: self.stood)
        monkeypatch.setattr(time_limit, "times_slower", lambda: 1.0)
        monkeypatch.setattr(time_limit, "_seconds_awake", lambda: self.grader)

    def pass_time(
        self, seconds: float, processor: float, account: Account, *, stood: float = 0.0
    ) -> None:
        """In steps, as it is looked at."""
        steps = round(seconds / time_limit.LOOK_SECONDS)
        for _ in range(steps):
            self.now += seconds / steps
            self.processor += processor / steps
            self.stood += stood / steps
            account.look()


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Iterator[Process]:
    with monkeypatch.context() as patch:
        yield Process(patch)


def opened(seconds: float = 1.0, total: float = 3.0, asleep: float = 0.5) -> Account:
    account = Account(os.getpid())
    account.open(seconds, total, asleep)
    return account


def test_waiting_for_a_processor_costs_nothing(process: Process) -> None:
    account = opened()
    process.pass_time(100.0, 0.9, account, stood=99.1)
    assert account.spent() == pytest.approx((0.9, 0.0))


def test_what_stands_in_line_is_not_told_before_it_runs_again(process: Process) -> None:
    account = opened()
    for _ in range(10):
        process.pass_time(0.5, 0.0, account)
        process.stood += 0.5
        process.pass_time(0.05, 0.05, account)
    assert account.spent() == pytest.approx((0.5, 0.0))


def test_who_is_awake_whenever_it_is_looked_at_sleeps_in_between(process: Process) -> None:
    account = opened(asleep=0.4)
    with pytest.raises(TimeoutError):
        process.pass_time(0.6, 0.03, account)
    assert account.asleep == pytest.approx(0.4, abs=2 * time_limit.LOOK_SECONDS)


def test_where_nobody_tells_who_stands_in_line_being_awake_is_believed(process: Process) -> None:
    account = opened(asleep=0.4)
    process.stood = -1.0
    process.pass_time(0.6, 0.03, account)
    assert account.spent() == pytest.approx((0.03, 0.0))


def test_processor_time_is_used_up(process: Process) -> None:
    account = opened()
    with pytest.raises(TimeoutError):
        process.pass_time(10.0, 1.1, account, stood=8.9)


def test_a_mark_begins_anew_within_the_total(process: Process) -> None:
    account = opened()
    for _ in range(3):
        process.pass_time(2.0, 0.9, account, stood=1.1)
        account.mark()
    with pytest.raises(TimeoutError):
        process.pass_time(2.0, 0.9, account)


def test_sleeping_counts_and_has_a_limit_of_its_own(process: Process) -> None:
    account = opened()
    process.asleep = True
    process.pass_time(0.4, 0.0, account)
    assert account.spent() == pytest.approx((0.4, 0.4))
    account.mark()
    with pytest.raises(TimeoutError):
        process.pass_time(0.2, 0.0, account)


def test_a_grader_that_stood_still_has_not_watched_it_sleep(process: Process) -> None:
    account = opened()
    process.asleep = True
    process.now += 3600.0
    account.look()
    assert account.asleep == pytest.approx(2 * time_limit.LOOK_SECONDS)


def test_while_the_grader_is_awake_a_process_that_waits_sleeps_for_it(process: Process) -> None:
    account = opened()
    process.asleep = True
    for _ in range(100):  # in each look, 40 of 50 ms went to the answer that the grader owes
        process.grader += 0.04
        process.now += 0.05
        account.look()
        if account.asleep > 0.45:
            break
    assert account.asleep == pytest.approx(46 * 0.01)


def test_what_passes_before_the_grader_has_its_turn_is_skipped(process: Process) -> None:
    account = opened()
    process.asleep = True
    process.now += 5.0
    account.skip()
    account.look()
    assert account.spent() == (0.0, 0.0)


def test_what_other_threads_of_the_grader_took_before_it_could_answer_is_no_sleep(
    process: Process,
) -> None:
    account = opened()
    process.asleep = True
    for _ in range(100):  # 48 of 50 ms went to a thread that is graded meanwhile
        process.now += 0.05
        account.look(0.048)
    assert account.asleep == pytest.approx(100 * 0.002)
    account.look(1.0)  # more than has passed is not given back
    assert account.asleep == pytest.approx(100 * 0.002)
    process.now += 0.05
    account.look(-3.0)  # a thread has ended, and its seconds are counted no more
    assert account.asleep == pytest.approx(100 * 0.002 + 0.05)


def test_the_grader_knows_how_long_its_other_threads_were_awake() -> None:
    before, told = time_limit.seconds_of_others(), threading.Event()

    def busy() -> None:
        while not told.is_set():
            pass

    other = threading.Thread(target=busy)
    other.start()
    try:
        for _ in range(1000):
            time.sleep(0.001)  # in which the other one runs
            after = time_limit.seconds_of_others()  # not once it has ended: it is not counted then
            if after > before:
                break
    finally:
        told.set()
        other.join()
    assert after > before


def test_the_grader_knows_how_long_it_was_awake() -> None:
    before = time_limit._seconds_awake()
    sum(range(300_000))
    assert time_limit._seconds_awake() > before


def test_a_slower_machine_gives_more(process: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "times_slower", lambda: 10.0)
    account = opened()
    process.pass_time(20.0, 9.0, account, stood=11.0)  # 0.9 s as on the reference machine
    assert account.spent() == pytest.approx((0.9, 0.0))


@pytest.mark.parametrize(("measured", "slower"), [(1e-6, 1.0), (1e9, limits.MOST_SLOWER)])
def test_the_machine_is_measured_within_bounds(
    monkeypatch: pytest.MonkeyPatch, measured: float, slower: float
) -> None:
    monkeypatch.setattr(limits, "_measured", lambda: measured)
    assert limits.times_slower.__wrapped__() == slower


def test_the_clock_is_that_of_the_process() -> None:
    account = Account(os.getpid())
    account.open(60.0, 60.0, 60.0)
    sum(range(300_000))
    spent, asleep = account.spent()
    assert spent > 0.0
    assert asleep == 0.0
