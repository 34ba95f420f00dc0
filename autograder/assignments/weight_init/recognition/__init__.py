"""Names the misconception behind wrong numbers: a module for each group of functions."""

import numpy as np

from autograder.checking.recognition.bank import Bank
from autograder.checking.recognition.ideas import Ideas

_constant_init = Bank(
    "constant_init",
    "array",
    [(4, 3, 0.3), (3, 5, -1.7)],
    lambda fan_in, fan_out, value: value + np.zeros((fan_in, fan_out)),
    [],
)
IDEAS = Ideas(
    __name__,
    ordered=[_constant_init],
    seen=("history-too-short", "lists-too-short", "layers-in-name-order"),
)
