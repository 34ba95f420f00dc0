"""Known wrong ideas, told by their answers: what a student reads as "likely"."""

import numpy as np

from autograder.checking import Bank

rng = np.random.default_rng(1)


def mean_of_fewer(x, width):
    """Windows that lack their last value."""
    return np.array([np.mean(x[i : i + width - 1]) for i in range(len(x) - width + 1)])


BANK = Bank(
    "moving_average",
    "array",
    cases=[(rng.normal(size=8), 3), (rng.normal(size=6), 2)],
    right=lambda x, width: np.array([np.mean(x[i:][:width]) for i in range(len(x) - width + 1)]),
    wrong=[
        ("window-too-short", mean_of_fewer),
        ("windows-beyond-the-end", lambda x, width: np.convolve(x, np.ones(width)) / width),
    ],
)
