"""Numbers in words, and which functions have a hand in what."""

from __future__ import annotations

import math
from collections.abc import Iterable

FORWARD = ("init_params", "sigmoid", "layer_forward", "forward")
BACKWARD = (*FORWARD, "sigmoid_grad", "tanh_grad", "layer_backward", "backward")
TRAINING = (*BACKWARD, "sgd_step", "train")


def number(value: float) -> str:
    """Three significant digits; whole numbers as they are."""
    if value == round(value) and abs(value) < 1e5:
        return f"{value:.0f}"
    size = math.floor(math.log10(abs(value)))
    return f"{value:.{max(0, 2 - size)}f}" if -3 <= size < 5 else f"{value:.1e}"


def numbers(values: Iterable[float]) -> str:
    """The same, in a row."""
    return ", ".join(number(float(value)) for value in values)


def share(value: float) -> str:
    """A share in per cent."""
    return f"{100 * value:.0f} %"
