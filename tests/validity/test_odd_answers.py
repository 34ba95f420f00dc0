"""Whatever a process answers, it is judged: no check of ours breaks, and nobody is left ungraded.

`AUTOGRADER_FUZZ=10000` does more of it.
"""

import os
import random
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
import pytest

from autograder.authoring.bench import Bench
from autograder.catalogue import find_assignment
from autograder.grading import asking
from autograder.model import Outcome, Status
from autograder.student.calls import Answer, Program
from autograder.student.guest.decoding import decode
from autograder.student.guest.encoding import encode
from autograder.student.guest.values import Described, Foreign
from autograder.student.host import programs, remote
from tests.corpora import FOLDERS, as_scripts, right_texts
from tests.validity.in_process import assignment, judged, solutions

ROUNDS = int(os.environ.get("AUTOGRADER_FUZZ", "400")) // 25  # each grades a submission, in 0.1 s
VALUES: list[Any] = [
    *[None, True, -1, 2**62, float("nan"), float("inf"), 1e308, "", "W1", "x" * 5_000, b"bytes"],
    *[[], [[]], (), ({}, {}), ([], []), [None] * 3, [1] * 200, {}, {"": 1}, {"W1": None}],
    *[{"W0": 1, "W-1": 2, "W1.5": 3, "Wx": 1, "W²": np.zeros((1, 1))}, {"W" + "9" * 20: 1}],
    *[np.zeros(0), np.zeros((0, 3)), np.zeros((1,) * 12), np.array(3.0), np.float64(3)],
    *[Foreign("T" * 300), Described("", {}), Described("result", {"step": 0})],
]
ARRAYS: list[Callable[[Any], Any]] = [
    *[np.negative, np.transpose, np.ravel, np.atleast_3d, np.array, lambda x: x.tolist()],
    *[lambda x: x[..., :0], lambda x: x[None], lambda x: 1j * x, lambda x: 1e308 * 10 * x],
    *[lambda x: np.concatenate([x, x]), lambda x: np.where(np.arange(x.shape[-1]) % 2, x, np.nan)],
    *[partial(np.full_like, fill_value=odd) for odd in (0, 1, np.nan, np.inf, 5e-324, -1e300)],
    *[partial(np.ndarray.astype, dtype=kind) for kind in "?elQFb"],
    *[partial(np.multiply, factor) for factor in (1e-300, 1e-160, 1e160)],
]


def odd(rng: random.Random, value: Any) -> Any:
    """A value of much the same form with something odd in it, or something else altogether."""
    if rng.random() < 0.25:
        return rng.choice(VALUES)
    if isinstance(value, (np.ndarray, np.generic, float)):
        return rng.choice(ARRAYS)(np.atleast_1d(value))
    if isinstance(value, dict) and value:
        name = rng.choice([*value])
        if rng.random() < 0.2:
            return {key: part for key, part in value.items() if key != name}
        name = rng.choice([name, name, "W9", "W01", "extra"])
        return value | {name: odd(rng, value.get(name))}
    if isinstance(value, (list, tuple)) and value:
        at = rng.randrange(len(value))
        other = rng.choice([[], [value[at]] * 2, *3 * [[odd(rng, value[at])]]])
        return type(value)([*value[:at], *other, *value[at + 1 :]])
    return rng.choice(VALUES)


@pytest.fixture(params=FOLDERS)
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    bench = Bench(find_assignment(request.param), right_texts(request.param))
    yield bench
    bench.close()


@pytest.mark.filterwarnings("ignore")  # of numbers that overflow while they are made odd
def test_odd_answers_are_judged(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    files = as_scripts(right_texts(bench.assignment.name))
    rng = random.Random()

    def answers_of(program: Program, reply: bytes) -> list[Answer]:
        answers = programs.answers_of(program, reply)
        for answer in answers:
            if answer.trouble is None and answer.sent and answer.function in spoiled:
                if rng.random() < share:
                    answer.sent = encode(odd(rng, decode(answer.sent)))
                if rng.random() < 0.05:
                    answer.sent_after = encode([rng.choice(VALUES) for _ in range(3)])
                    answer._calls = tuple([[1, np.zeros(2)], []] for _ in answer._calls or ())
        return answers

    monkeypatch.setattr(asking, "answers_of", answers_of)
    monkeypatch.setattr(remote, "answers_of", answers_of)
    functions = sorted(bench.assignment.functions())
    for number in range(ROUNDS):
        rng.seed(number)
        spoiled, share = (
            rng.choices(functions, k=rng.choice([1, 1, 5])),
            rng.choice([1.0, 0.5, 0.1]),
        )
        report = bench.judge("odd", files)
        assert report.status is Status.GRADED, (number, report.notes)
        broken = [check.id for check in report.checks if check.outcome is Outcome.BROKEN]
        assert broken == [], (number, report.notes)
        assert not any(note.kind in ("broken", "unrecognised") for note in report.notes), number


def raises(*args: Any) -> Any:
    raise ValueError("assignment destination is read-only")


@pytest.mark.parametrize("lesson", FOLDERS)
def test_what_does_nothing_earns_nothing(lesson: str) -> None:
    earned = set()
    nothing = raises, lambda *args: np.zeros(0), lambda *args: np.float64(1.0), lambda *args: 0.0
    for name in assignment(lesson).functions():
        checks = [check for check in assignment(lesson).checks if check.function == name]
        for function in nothing if callable(solutions(lesson)[name]) else ():
            seen = judged({**solutions(lesson), name: function}, checks, 0, lesson=lesson)
            earned |= {result.id for result in seen if result.earned}
    # Of 0.0 that is true.
    assert earned <= {"diagnostics.neuron_gap.gap_of_equal_neurons_is_zero"}
