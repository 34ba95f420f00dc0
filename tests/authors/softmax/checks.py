"""Scores Z (m, k), a row an example; labels (m,), whole numbers below k."""

import numpy as np

from autograder.checking import (
    LAYOUT,
    REPETITION,
    Domain,
    Factor,
    Level,
    Probe,
    gradient,
    judge_conduct,
    judge_values,
    one_number,
    within,
)

from . import ASSIGNMENT

EXAMPLES = Factor("examples", (Level(4), Level(1, "for one example"), Level(3)))
CLASSES = Factor("classes", (Level(3), Level(4), Level(1, "for one class")))
SCORES = Factor("scores", (Level(1.0), Level(900.0, "for large scores"), Level(0.0), Level(1e-6)))
DOMAIN = Domain((EXAMPLES, CLASSES, SCORES, LAYOUT, REPETITION))


def scores(rng, corner):
    return (corner["scores"] * rng.uniform(-1.0, 1.0, (corner["examples"], corner["classes"])),)


def scores_and_labels(rng, corner):
    return *scores(rng, corner), rng.integers(0, corner["classes"], corner["examples"])


def log_sums(Z):
    """log Σⱼ exp Zᵢⱼ, (m,), also of complex Z."""
    highest = Z.real.max(axis=1)
    return np.log(np.exp(Z - highest[:, None]).sum(axis=1)) + highest


def loss(Z, labels):
    return np.mean(log_sums(Z) - Z[np.arange(len(Z)), labels])


def shares(Z):
    """Softmax is the slope of log Σⱼ exp Zᵢⱼ."""
    return within(gradient(lambda z: log_sums(z).sum(), Z), 1e-12)


SOFTMAX = Probe("softmax", DOMAIN, scores, shares)
LOSS = Probe(
    "cross_entropy",
    DOMAIN,
    scores_and_labels,
    lambda Z, labels: within(np.asarray(loss(Z, labels)), 1e-12, 1.0 + np.abs(Z).max()),
    one_number(),
)
GRADIENT = Probe(
    "cross_entropy_grad",
    DOMAIN,
    scores_and_labels,
    lambda Z, labels: within(gradient(lambda z: loss(z, labels), Z), 1e-12, 1.0),
)


@ASSIGNMENT.check("classify", "softmax", points=30, asks=SOFTMAX.asks)
def shares_add_up_to_one(cases, answers):
    """Each row of softmax holds the shares of the exponentials, whatever the size of the scores."""
    judge_values(SOFTMAX, cases, answers)


@ASSIGNMENT.check("classify", "cross_entropy", points=30, asks=LOSS.asks)
def loss_is_the_mean_surprise(cases, answers):
    """cross_entropy is the mean of −log of the share of the right class."""
    judge_values(LOSS, cases, answers)


@ASSIGNMENT.check("classify", "cross_entropy_grad", points=30, asks=GRADIENT.asks)
def gradient_is_the_slope(cases, answers):
    """cross_entropy_grad is the slope of cross_entropy in every score."""
    judge_values(GRADIENT, cases, answers)


for probe, points in ((SOFTMAX, 4), (LOSS, 3), (GRADIENT, 3)):

    def changes_nothing(cases, answers, probe=probe):
        """It leaves what it is given alone, keeps nothing, and returns something new."""
        judge_conduct(probe, cases, answers)

    ASSIGNMENT.check("classify", probe.function, points=points, asks=probe.asks)(changes_nothing)
