"""Whether `backward` goes back through the layers, or tries out every parameter.

Reverse mode costs a small multiple of one forward pass, whatever the number of parameters (Baur and
Strassen 1983; Griewank and Walther, "Evaluating Derivatives"); differences of any order and step,
and complex steps, cost at least one forward pass for every parameter. The cost is counted in
executed lines of the student's own code and in bytes that it allocates, so that no clock and no
machine decides.

Three numbers are looked at:

* growth: lines of `backward` in a network of 24 layers over lines in one of 3, or bytes over bytes,
  whichever grew more. Eight times the layers are eight times the lines of a way back, whether it is
  written with matrices, with loops, or as a graph of numbers: 8.7 at most over the right corpus and
  7.6 in bytes. Differences pay a deeper pass for each of eight times as many parameters: 36 to 49
  lines measured over forward, central, sixth-order and complex steps, and over those that nudge a
  layer at once, 23 if a layer were a single line; 41 in bytes where all are nudged in one array.
* ratio: lines of `backward` over lines of the student's own `forward`, both in the deep network.
  A way back that repeats the forward pass in every layer has 27 (and a growth of 32), all others in
  the right corpus 36 at most; differences have 208 to 2,275, and 56 where they nudge all weights of
  a matrix at once.
* memory: bytes in a wide network over the bytes that were given. The way back that repeats the
  forward pass has 2; where differences hold copies of the pass side by side it is 245 at least.

Only who exceeds the first bound and one of the others is refused; each is about the geometric
middle between the two sides (`tests/validity/test_cost.py`). So a tensor of the derivatives of all
pre-activations (134 times what was given, and 8 times the lines) is a way back.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from autograder.assignments.weight_init.cases import Cases, Network
from autograder.assignments.weight_init.domains.hidden_units import LARGEST_ORDINARY
from autograder.assignments.weight_init.domains.networks import BACKWARD_PROBE, slopes_of_all
from autograder.catalogue import Failed, fail
from autograder.checking.domain import Corner
from autograder.checking.judging import Judged
from autograder.checking.probe import REPETITION, Args, AtOnce, Case, Drawn, Expected, Rights
from autograder.student.calls import Answer, Call, Program, value_of

WIDTH, SHALLOW, DEEP = 3, 3, 24  # units, and layers of the two networks
MAX_GROWTH = 14.0  # √(8.7 · 23)
MAX_RATIO = 39.0  # √(27 · 56)
MAX_MEMORY = 23.0  # √(2.2 · 245)
TIMED_WIDTH, TIMED_EXAMPLES = 8, 4  # of the networks whose time is taken, as deep as these
# Of their times: of 126 right ways, beside eleven other processes, a graph of single numbers has
# 13.9 in the better of two tries (and 20 in the worse one), all others 5.2 at most; complex steps
# of all parameters in one array have 34 to 45. Middle: √(13.9 · 34).
MAX_TIMED_GROWTH = 22.0
MANY = 16  # inputs, neurons, examples of the wide network
BEYOND_ONE = 1.5
# Of the targets: every slope of 400 draws was 0.15 at most.
LARGEST_ERROR = 0.05
# Times the bound on a gradient: slopes measured as differences are no cost. Of errors of 0.05
# single precision leaves 1e-6 and five decimals 1e-4: on either side of 1e-5, on every seed.
# More digits are for other claims to ask.
ROUGHLY = 3e6
# The same, for what is no difference: right gradients take up a 750th; those of the sixth order,
# the most exact differences here, more than a 30th on each of 25 seeds.
EXACTLY = 1 / 30
# Parameters, pre-activations and activations of the wide network with its targets, 8 bytes each.
GIVEN = 8 * (MANY * MANY + 2 * MANY + 1 + 3 * MANY * MANY + 3 * MANY)


def asks_cost(cases: Cases) -> tuple[Drawn, Program]:
    """The gradient in a shallow, a deep and a wide network, and the deep one's forward pass."""
    shallow, deep = (
        _nearly_met(cases.network((WIDTH,) * (n + 1), 1, "tanh")) for n in (SHALLOW, DEEP)
    )
    wide = cases.network((MANY, MANY, 1), MANY, "tanh")
    corner = Corner({REPETITION.name: REPETITION.levels[0]})
    rights = Rights(
        AtOnce(partial(_to_a_share, share=ROUGHLY)), [n.backward_args for n in (shallow, deep)]
    )
    drawn = Drawn(Case(corner, rights, number) for number in range(2))
    return drawn, [
        *(Call("backward", case.args, count=True, peak=True) for case in drawn),
        Call("forward", (deep.params, deep.X, deep.activation), count=True, send=False),
        Call("backward", wide.backward_args, peak=True, send=False),
    ]


def _to_a_share(calls: Sequence[Args], share: float) -> list[dict[str, Expected]]:
    """What is right for the gradients, to a share of what they are held to elsewhere."""
    return [
        {name: Expected(slope, share * bound) for name, (slope, bound) in parts.items()}
        for parts in slopes_of_all(calls)
    ]


def _nearly_met(case: Network) -> Network:
    """The network with targets that are off by 0.05 at most, so that slopes are far below 1.

    What cuts large gradients off then does so at no seed, and costs another claim alone. The
    largest input and last weight and all outputs, which are negative, are 1.5 in size: what cuts
    these off at 1 does so here on every seed, and what does at 2 on none. A first pre-activation is
    3, and the largest.
    """
    depth = len(case.sizes) - 1
    X, W = (
        array * (BEYOND_ONE / np.abs(array).max()) for array in (case.X, case.params[f"W{depth}"])
    )
    b1 = case.params["b1"].copy()
    case = replace(case, X=X, params=case.params | {f"W{depth}": W, "b1": b1})
    first = case.passed[0][0][0]
    unit = np.argmax(np.abs(first))
    b1[unit] += np.copysign(LARGEST_ORDINARY, first[unit]) - first[unit]
    case = replace(case)  # which has not been passed through yet
    b = case.params[f"b{depth}"] - BEYOND_ONE - case.passed[1][-1][0]
    case = replace(case, params=case.params | {f"b{depth}": b})
    outputs = case.passed[1][-1]
    error = outputs - case.y
    return replace(case, y=outputs - LARGEST_ERROR * error / np.abs(error).max())


def refuse_differences(cases: Sequence[Case], answers: Sequence[Answer]) -> None:
    """Fail when gradients come at the price of one forward pass for every parameter."""
    shallow, deep, forward, wide = answers
    growth = max(deep.lines / max(shallow.lines, 1), deep.peak / max(shallow.peak, 1))
    ratio = deep.lines / max(forward.lines, 1)
    if growth <= MAX_GROWTH:
        return
    measured = _is_measured(cases[0], shallow)
    idea = "finite-differences" if measured else "a-pass-for-each-parameter"
    if ratio > MAX_RATIO:
        fail(
            f"backward does {deep.lines:,} lines of work where your forward does "
            f"{forward.lines:,}: about {ratio:,.0f} forward passes",
            expected="the work of a few forward passes, however many parameters there are",
            ran=BACKWARD_PROBE.in_words(cases[1].args),
            diagnosis=idea,
        )
    if wide.peak > MAX_MEMORY * GIVEN:
        fail(
            f"backward fills {wide.peak:,} bytes where it was given {GIVEN:,}: about "
            f"{wide.peak / GIVEN:,.0f} forward passes side by side",
            expected="the memory of a few forward passes, however many parameters there are",
            ran=f"backward on {MANY} examples, layers {MANY} → {MANY} → 1, tanh",
            diagnosis=idea,
        )


def _is_measured(case: Case, answer: Answer) -> bool:
    """Whether gradients are difference quotients, as exact ones are not, whatever they cost."""
    rights = Rights(AtOnce(partial(_to_a_share, share=EXACTLY)), [case.args])
    seen = Judged(BACKWARD_PROBE, Drawn([Case(case.corner, rights, 0)]), [answer])
    return bool(seen.wrong_values())


def asks_time(cases: Cases) -> tuple[None, Program]:
    """Gradients of a shallow and of a deep network, and the deep one's forward pass, to be timed.

    They are larger than those whose lines are counted, so that a pass for each parameter takes
    longer than what is done once, also where all of them are made in one array.
    """
    shallow, deep = (
        _nearly_met(cases.network((TIMED_WIDTH,) * (n + 1), TIMED_EXAMPLES, "tanh"))
        for n in (SHALLOW, DEEP)
    )
    return None, [
        Call("backward", shallow.backward_args),
        Call("backward", deep.backward_args),
        Call("forward", (deep.params, deep.X, deep.activation)),
    ]


def judge_time(_: None, answers: Sequence[Answer]) -> None:
    """Fail when the time of gradients grows as that of differences does."""
    shallow, deep, forward = (answer.nanoseconds for answer in answers)
    if deep > MAX_TIMED_GROWTH * shallow and deep > MAX_RATIO * forward:
        fail("backward takes the time of a forward pass for every parameter")


def judge_cost(cases: Sequence[Case], answers: Sequence[Answer], *, values: bool) -> None:
    """Fail when gradients are tried out, parameter by parameter, or, if `values` count, wrong."""
    refuse_differences(cases, answers)
    both = answers[:2]
    for answer in both:
        value_of(answer)
    seen = Judged(BACKWARD_PROBE, cases, both)
    wrong = seen.wrong_values() if values else ()
    if wrong:
        raise Failed(seen.finding(wrong[0]))


class _WithCost:
    """The corners of a domain and the cost, in one program: no claim is for sale by differences.

    How many of their digits are right depends on the numbers, so they would earn now this claim
    and now that.
    """

    probe = BACKWARD_PROBE

    def asks_backward(self, cases: Cases) -> tuple[tuple[Drawn, Drawn], Program]:
        """Both: what was drawn, and the calls."""
        (corners, program), (costs, more) = self.probe.asks(cases), asks_cost(cases)
        return (corners, costs), [*program, *more]


asks_backward = _WithCost().asks_backward
