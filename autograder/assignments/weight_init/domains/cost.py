"""Whether `backward` goes back through the layers, or tries out every parameter.

Reverse mode costs a small multiple of one forward pass, whatever the number of parameters (Baur and
Strassen 1983; Griewank and Walther, "Evaluating Derivatives"); differences of any order and step,
and complex steps, cost at least one forward pass for every parameter. The cost is counted in
executed lines of the student's own code, so that no clock and no machine decides.

Two numbers are looked at, on networks of equal width that are 3 and 24 layers deep:

* growth: lines of `backward` in the deep network over lines in the shallow one. Eight times the
  layers are eight times the lines of a way back, whether it is written with matrices, with loops,
  or as a graph of numbers: 8.7 at most over the right corpus. Differences pay a deeper pass for
  each of eight times as many parameters: 42 to 49 measured over forward, central, sixth-order and
  complex steps; 23 if a layer were a single line.
* ratio: lines of `backward` over lines of the student's own `forward`, both in the deep network.
  A way back that repeats the forward pass in every layer has 27 (and a growth of 32), all others in
  the right corpus 36 at most; differences have 208 to 2,275.

Only who exceeds both bounds is refused; each is the geometric middle between the two sides
(`tests/validity/test_cost.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.domains.networks import BACKWARD_PROBE
from autograder.catalogue import Failed, fail
from autograder.checking.domain import Corner
from autograder.checking.judging import Judged
from autograder.checking.probe import REPETITION, Case, Drawn
from autograder.student.calls import Answer, Call, Program, value_of

WIDTH, SHALLOW, DEEP = 3, 3, 24
MAX_GROWTH = 14.0  # √(8.7 · 23)
MAX_RATIO = 74.0  # √(27 · 208)


def asks_cost(cases: Cases) -> tuple[Drawn, Program]:
    """The gradient in a shallow and in a deep network, and the forward pass of the deep one."""
    shallow, deep = (cases.network((WIDTH,) * (n + 1), 1, "tanh") for n in (SHALLOW, DEEP))
    corner = Corner({REPETITION.name: REPETITION.levels[0]})
    drawn = Drawn(Case(corner, n.backward_args, BACKWARD_PROBE.truth) for n in (shallow, deep))
    return drawn, [
        *(Call("backward", case.args, count=True) for case in drawn),
        Call("forward", (deep.params, deep.X, deep.activation), count=True, send=False),
    ]


def refuse_differences(cases: Sequence[Case], answers: Sequence[Answer]) -> None:
    """Fail when gradients come at the price of one forward pass for every parameter."""
    shallow, deep, forward = answers
    growth = deep.lines / max(shallow.lines, 1)
    ratio = deep.lines / max(forward.lines, 1)
    if growth > MAX_GROWTH and ratio > MAX_RATIO:
        fail(
            f"backward does {deep.lines:,} lines of work where your forward does "
            f"{forward.lines:,}: about {ratio:,.0f} forward passes",
            expected="the work of a few forward passes, however many parameters there are",
            ran=BACKWARD_PROBE.in_words(cases[1].args),
            diagnosis="finite-differences",
        )


def judge_cost(cases: Sequence[Case], answers: Sequence[Answer]) -> None:
    """Fail when gradients are tried out, parameter by parameter, or are wrong."""
    refuse_differences(cases, answers)
    both = answers[:2]
    for answer in both:
        value_of(answer)
    seen = Judged(BACKWARD_PROBE, cases, both)
    wrong = seen.wrong_values()
    if wrong:
        raise Failed(seen.finding(wrong[0]))


def asks_backward(cases: Cases) -> tuple[tuple[Drawn, Drawn], Program]:
    """The corners of the domain and the cost, in one program: no claim is for sale by differences.

    How many of their digits are right depends on the numbers, so they would earn now this claim
    and now that.
    """
    (corners, program), (costs, more) = BACKWARD_PROBE.asks(cases), asks_cost(cases)
    return (corners, costs), [*program, *more]
