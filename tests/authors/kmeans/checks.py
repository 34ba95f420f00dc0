"""The steps of k-means: labels, which are whole numbers, means, and a single number."""

import numpy as np

from autograder.checking import (
    LAYOUT,
    REPETITION,
    Domain,
    Expected,
    Factor,
    Level,
    Probe,
    judge_conduct,
    judge_values,
    one_number,
    within,
)

from . import ASSIGNMENT

POINTS = Factor("points", (Level(12), Level(1, "for a single point")))
INPUTS = Factor("inputs", (Level(3), Level(1, "for one coordinate")))
CENTRES = Factor("centres", (Level(4), Level(1, "for a single centre")))
OFFSET = Factor("offset", (Level(0.0), Level(100.0, "far from the origin")))
EMPTY = Factor("empty", (Level(False), Level(True, "where a centre has no points")))
NEAR = Domain((POINTS, INPUTS, CENTRES, OFFSET, LAYOUT, REPETITION))
IMPOSSIBLE = {"centres": 1, "empty": True}, {"points": 1, "centres": 4, "empty": False}
LABELLED = Domain((POINTS, INPUTS, CENTRES, OFFSET, EMPTY, LAYOUT, REPETITION), IMPOSSIBLE)


def draw_points(rng, corner):
    """Centres on the axes in turn, 2 apart; each point is within 0.7 of one of them."""
    m, n, k = corner["points"], corner["inputs"], corner["centres"]
    centres = rng.uniform(-0.1, 0.1, (k, n)) + corner["offset"]
    centres[np.arange(k), np.arange(k) % n] += 2.0 + 2.0 * (np.arange(k) // n)
    rng.shuffle(centres)
    return centres[rng.integers(k, size=m)] + rng.uniform(-0.3, 0.3, (m, n)), centres


def draw_labels(rng, corner):
    X, centres = draw_points(rng, corner)
    used = len(centres) - corner["empty"]
    return X, rng.permutation(np.arange(len(X)) % used), centres


def nearest(X, centres):
    return Expected(np.linalg.norm(X[:, None] - centres, axis=2).argmin(axis=1), 0.0)


def means(X, labels, centres):
    members = labels == np.arange(len(centres))[:, None]
    counts = members.sum(axis=1)[:, None]
    new = np.where(counts > 0, members @ X / np.maximum(counts, 1), centres)
    return within(new, 1e-12, np.linalg.norm(X) + np.linalg.norm(centres))


def squares(X, labels, centres):
    return within(np.array(sum(d @ d for d in X - centres[labels])), 1e-11, np.vdot(X, X))


ASSIGN = Probe("assign", NEAR, draw_points, nearest)
UPDATE = Probe("update", LABELLED, draw_labels, means)
INERTIA = Probe("inertia", LABELLED, draw_labels, squares, unpack=one_number("the inertia"))
CLAIMS = {
    ASSIGN: "Every point has the number of its nearest centre.",
    UPDATE: "Every centre becomes the mean of its points, and stays where it has none.",
    INERTIA: "The inertia is the sum of the squared distances to the centres.",
}


def claim(probe, name, points, judge, text):
    def judged(cases, answers):
        judge(probe, cases, answers)

    judged.__name__, judged.__doc__ = name, text
    ASSIGNMENT.check("clustering", probe.function, points=points, asks=probe.asks)(judged)


for probe, text in CLAIMS.items():
    claim(probe, f"{probe.function}_is_right", 25, judge_values, text)
    kept = f"{probe.function} leaves its arguments alone, keeps nothing, and shares no memory."
    claim(probe, f"{probe.function}_changes_nothing", 8, judge_conduct, kept)
