"""How near the solutions come to the bounds on values: `python -m tests.validity.margins 20000`.

Every probe of both lessons is drawn that many times, and the functions are called in this process.
A second number says with which draw to begin, so that a long run can be made in pieces; names of
functions behind it, that it is about these only.
"""

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from autograder.authoring.denser import share_of_case
from autograder.authoring.trials import probes_of
from autograder.catalogue import find_assignment
from autograder.checking.probe import AGAIN, Probe
from autograder.student.calls import Call
from autograder.student.guest.values import Described
from tests.corpora import FOLDERS
from tests.validity.in_process import solutions

FACTOR = 100.0  # between a bound and what right code comes to, at the least


def share_of(lesson: str, probe: Probe, draw: int) -> float:
    """The largest share of a bound that the solution takes up at one draw of a probe."""
    function: Callable[..., Any] = solutions(lesson)[probe.function]
    cases = find_assignment(lesson).cases(np.random.default_rng([37, draw]))
    drawn, program = probe.asks(cases)
    worst = 0.0
    for case, call in zip(drawn, program, strict=True):
        assert isinstance(call, Call)
        # What hands over a function of ours is compared exactly, and the same again with itself.
        if case.repetition != AGAIN and not any(isinstance(arg, Described) for arg in call.args):
            value = function(*call.args, **call.options)
            worst = max(worst, share_of_case(probe, case, value))
    return worst


def shares(draws: Iterable[int], only: Sequence[str] = ()) -> dict[str, tuple[float, int]]:
    """Lesson and function -> the largest share of a bound, and at which draw."""
    found: dict[str, tuple[float, int]] = {}
    for draw in draws:
        for lesson in FOLDERS:
            for function, probes in probes_of(find_assignment(lesson)).items():
                if not only or function in only:
                    share = max(share_of(lesson, probe, draw) for probe in probes)
                    name = f"{lesson}.{function}"
                    found[name] = max(found.get(name, (0.0, draw)), (share, draw))
    return found


def main(draws: int, first: int = 0, *only: str) -> int:
    """Print the largest shares, and say whether all leave room enough."""
    began = time.process_time()
    with np.errstate(all="ignore"):
        found = shares(range(first, first + draws), only)
    for name, (share, draw) in sorted(found.items(), key=lambda item: -item[1][0]):
        print(f"{name:40} {share:.1e} of its bound, at draw {draw}")
    print(f"{draws} draws from {first} on, {time.process_time() - began:.0f} s of processor time")
    return int(max(share for share, _ in found.values()) * FACTOR > 1.0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3]), *sys.argv[3:]))
