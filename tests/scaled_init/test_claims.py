"""How likely right weights are refused by the claims on depth: calculated where the law is known.

For one example, biases of 0 and normal weights, each layer multiplies the squared size of a signal
by a random factor that depends on nothing before it, so a bound on the logarithm of the whole way
follows from the moments of one factor (Chernoff). Where it is not so simple, under tanh and on the
way back, the distance of right draws from the bounds is measured.
"""

import math
from collections.abc import Callable

import numpy as np
import pytest

from autograder.assignments.scaled_init.checks import independent, levels
from autograder.assignments.scaled_init.predictions import run_through
from autograder.authoring.proof import chance_of
from autograder.checking.chance import ALPHA
from tests.scaled_init.students import assignment

N, STEPS = levels.WIDTH, levels.DEPTH - 1
# Fewer than so many awake units in one of the layers are a case of their own (5e-11): moments with
# negative powers do not exist without them.
AWAKE = 3
POWERS = np.geomspace(0.05, 20.0, 60)
DRAWS = 200
# P(z > 7) is 1.3e-12; 200 draws know a deviation to 5 %.
DEVIATIONS = 7.4


def log_moment_of_chi(count: int, power: float) -> float:
    """ln E[(χ²ₙ/n)^power], for power > −n/2."""
    return power * math.log(2.0 / count) + math.lgamma(count / 2 + power) - math.lgamma(count / 2)


def log_mean(terms: Callable[[int], float]) -> float:
    """ln of the mean over how many of N units are awake, `AWAKE` at least; terms are logarithms."""
    counts = range(AWAKE, N)
    weights = [math.log(math.comb(N, k)) - N * math.log(2.0) for k in counts]
    logs = [weight + terms(k) for weight, k in zip(weights, counts, strict=True)]
    return float(np.logaddexp.reduce(logs))


def log_moment_after_relu(power: float) -> float:
    """ln E[(2/n · Σ relu(g)²)^power] of n normal numbers g."""
    return log_mean(lambda k: power * math.log(2.0 * k / N) + log_moment_of_chi(k, power))


def log_moment_of_awake_share(power: float) -> float:
    """ln E[(2 Σ relu(g)² / Σ g²)^power]: with k units awake the share is of a Beta law."""
    return log_mean(
        lambda k: (
            power * math.log(2.0)
            + (math.lgamma(k / 2 + power) - math.lgamma(k / 2))
            - (math.lgamma(N / 2 + power) - math.lgamma(N / 2))
        )
    )


def chance_beyond(
    low: float, high: float, log_moment: Callable[[float], float], lowest: float
) -> float:
    """Chernoff's bound on ln(last / first) outside of (low, high), by moments of the square.

    They exist for powers above −`lowest`.
    """
    upper = min(log_moment(p) - 2.0 * high * p for p in POWERS.tolist())
    lower = min(log_moment(-p) + 2.0 * low * p for p in POWERS.tolist() if p < lowest)
    return math.exp(upper) + math.exp(lower)


def linear_chance() -> float:
    return chance_beyond(*levels.LINEAR, lambda p: STEPS * log_moment_of_chi(N, p), N / 2)


def relu_chance() -> float:
    """Between the first and the last layer stand ReLU's factors; the last adds up once more."""
    asleep = STEPS * sum(math.comb(N, k) for k in range(AWAKE)) / 2.0**N
    return asleep + chance_beyond(
        *levels.RELU,
        lambda p: (
            log_moment_of_awake_share(p)
            + (STEPS - 1) * log_moment_after_relu(p)
            + log_moment_of_chi(N, p)
        ),
        lowest=AWAKE / 2,
    )


def test_right_weights_are_hardly_ever_refused() -> None:
    assert linear_chance() < ALPHA
    assert relu_chance() < 6e-11
    # The linear claim, two on ReLU, two that are measured, the signs of orthogonal weights, and all
    # bounds on draws: what `autograder prove` adds up.
    stated = {check.name: check.chance for check in assignment().checks if check.chance}
    assert stated["lecun_keeps_the_level_of_linear_layers"] > linear_chance()
    assert stated["he_keeps_the_level_of_relu_layers"] > relu_chance()
    assert stated["without_the_factor_relu_shrinks_geometrically"] > relu_chance()
    assert len(stated) == 6
    assert sum(stated.values()) + independent.BOUNDS * ALPHA == pytest.approx(
        chance_of(assignment())
    )
    assert chance_of(assignment()) < 9e-10


def ways(activation: str, variance: float, *, back: bool, examples: int = 1) -> list[float]:
    """ln(last / first) of draws as a right student makes them."""
    found = []
    for seed in range(DRAWS):
        rng = np.random.default_rng([31, seed])
        unit = rng.standard_normal((levels.DEPTH, N, N))
        sizes = run_through(list(unit * (variance / N) ** 0.5), activation, rng, examples)
        found.append(levels.way(sizes[back]))
    return found


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("activation", "variance", "back", "bounds"),
    [
        ("tanh", 1.0, False, levels.TANH),
        ("relu", 2.0, True, levels.RELU),
        ("relu", 2.0, False, levels.RELU),
    ],
)
def test_right_draws_are_far_from_the_bounds(
    activation: str, variance: float, back: bool, bounds: tuple[float, float]
) -> None:
    examples = levels.TANH_EXAMPLES if activation == "tanh" else 1
    found = ways(activation, variance, back=back, examples=examples)
    mean, deviation = float(np.mean(found)), float(np.std(found))
    for bound in bounds:
        assert abs(bound - mean) > DEVIATIONS * deviation, (mean, deviation)


@pytest.mark.thorough
def test_the_level_of_relu_is_told_from_that_without_the_factor() -> None:
    assert levels.RELU[1] - levels.LOST < levels.RELU[0] + 4.0
    # Half of the right draws without the factor 2 are beyond the bounds with it, and the other way.
    assert np.median(ways("relu", 1.0, back=False)) < levels.RELU[0]
    assert np.median(ways("relu", 2.0, back=False)) > levels.RELU[1] - levels.LOST
