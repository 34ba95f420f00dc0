"""A function asked more densely on its domain than its checks ask, by whoever doubts the checks.

Checks meet every *pair* of levels. Here every *triple* is met, and each corner twice, with other
numbers: what is right here is right on the domain that was declared, as far as can be told, and
a check that refuses it, or accepts what is wrong here, is a wrong check or a domain too small.

    >>> import numpy as np
    >>> from autograder.checking.domain import Domain, Factor, Level
    >>> from autograder.checking.probe import LAYOUT, REPETITION, Probe, within
    >>> sizes = Factor("size", (Level(4), Level(1, "for one number")))
    >>> probe = Probe(
    ...     "halves", Domain((sizes, LAYOUT, REPETITION)),
    ...     draw=lambda rng, corner: (rng.normal(size=corner["size"]),),
    ...     truth=lambda x: within(0.5 * x, 1e-12),
    ... )
    >>> len(probe.domain.corners), len(denser(probe).domain.corners)
    (12, 24)

What is right everywhere, and what is wrong for one number:

    >>> from autograder.student.host.notebook import NotebookBackend
    >>> from autograder.student.host.remote import RemoteStudent
    >>> def student(function):
    ...     return RemoteStudent(NotebookBackend({"all": ["halves"]}, {"halves": function}))
    >>> difference(student(lambda x: x / 2), probe, lambda rng: rng) is None
    True
    >>> difference(student(lambda x: x / 2 if x.size > 1 else x), probe, lambda rng: rng).words
    'the result off by 100 %; the result at [0] we saw -2.03528, expected -1.01764'
    >>> share_of_bounds(student(lambda x: x / 2), probe, lambda rng: rng)
    0.0
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

import numpy as np

from autograder.checking.conduct import judge_conduct
from autograder.checking.domain import Corner, Domain, covering
from autograder.checking.intake import as_expected
from autograder.checking.judging import Judged
from autograder.checking.probe import Case, Drawn, Probe
from autograder.failing import Failed
from autograder.numerics import norm
from autograder.student.calls import Call, Program, Student, Trouble, value_of

DRAWS = 2  # of numbers at every corner: what is right by chance in one is not in both


class _Denser(Domain):
    """The domain with corners in which every triple of levels occurs."""

    @property
    def corners(self) -> Sequence[Corner]:
        """Those of the checks, and those that they do not meet."""
        own = super().corners
        met = [corner.levels for corner in own]
        return [*own, *(corner for corner in covering(self, 3) if corner.levels not in met)]


@dataclass(frozen=True, slots=True)
class Difference:
    """How a function breaks its promise.

    Attributes:
        words: what was seen.
        call: the smallest call at which it was; None where it takes several.
    """

    words: str
    call: Call | None = None


@lru_cache(maxsize=256)
def denser(probe: Probe) -> Probe:
    """The probe at more corners of its domain."""
    domain = _Denser(*(getattr(probe.domain, field.name) for field in fields(Domain)))
    return replace(probe, domain=domain)


def difference(
    student: Student, probe: Probe, cases: Callable[[np.random.Generator], Any]
) -> Difference | None:
    """How a student's function breaks its promise on the domain of a probe; None if it does not.

    Args:
        student: who has the function.
        probe: the one that the checks ask.
        cases: as the assignment's: what the probe draws from, of a generator.
    """
    for number in range(DRAWS):
        drawn, program = _drawn(denser(probe), cases, number)
        try:
            answers = student.run(program)
            seen = Judged(denser(probe), drawn, answers)
            wrong = [n for n, verdict in enumerate(seen.verdicts) if verdict.fails(None)]
            if wrong:
                return _smallest(seen, program, wrong)
            judge_conduct(seen.probe, drawn, answers)
        except Failed as failed:
            return Difference(failed.finding.observed)
        except Trouble as trouble:  # its process is lost, or a value cannot be read
            return Difference(trouble.observed)
    return None


# Truths are computed once for all that are compared.
@lru_cache(maxsize=64)
def _drawn(
    probe: Probe, cases: Callable[[np.random.Generator], Any], number: int
) -> tuple[Drawn, Program]:
    return probe.asks(cases(np.random.default_rng([29, number])))


def _smallest(seen: Judged, program: Program, wrong: Sequence[int]) -> Difference:
    """What is wrong at the case with the fewest numbers, in the plainest corner of those."""
    number = min(wrong, key=lambda n: _size(seen.probe.domain, seen.cases[n]))
    trouble = seen.verdicts[number].trouble
    words = trouble.observed if trouble is not None else seen.finding(number).observed
    return Difference(words, program[number])


def _size(domain: Domain, case: Case) -> tuple[int, int]:
    levels = case.corner.levels
    special = sum(levels[factor.name] != factor.levels[0] for factor in domain.factors)
    return sum(array.size for array in _arrays(list(case.args))), special


def _arrays(value: Any) -> Iterator[Any]:
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, dict):
        yield from _arrays(list(value.values()))
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _arrays(part)


def share_of_bounds(
    student: Student, probe: Probe, cases: Callable[[np.random.Generator], Any]
) -> float:
    """How much of its bound the worst of a right function's answers to a probe takes up.

    Returns:
        The share; infinite where an answer is wrong by a bound of zero.

    Raises:
        Trouble, Failed: the function is not right at all.
    """
    drawn, program = _drawn(probe, cases, 0)
    pairs = zip(drawn, student.run(program), strict=True)
    return max(share_of_case(probe, case, value_of(answer)) for case, answer in pairs)


def share_of_case(probe: Probe, case: Case, value: Any) -> float:
    """How much of its bound the worst part of one answer takes up; infinite beyond a bound of zero.

    Raises:
        Failed: the answer is of another form.
    """
    worst = 0.0
    parts = probe.unpack(value, case.args, "")
    for name, (truth, bound) in case.truth.items():
        observed = as_expected(parts[name], truth, name)
        distance = norm(np.subtract(observed, truth, dtype=np.float64))
        if distance:
            worst = max(worst, distance / bound if bound else np.inf)
    return worst
