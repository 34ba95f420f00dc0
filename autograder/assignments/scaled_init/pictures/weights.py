"""The student's weights for one layer: how they are spread, and by which law."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from autograder.charts import Bars, Chart, NoData, Panel, Part, Picture, three_digits
from autograder.checking.intake import as_array
from autograder.numerics import Array
from autograder.student.calls import Student, generator

SHAPE, BINS, EDGE = (200, 50), 40, 0.35  # 0.35: 3.5 deviations of the widest bell
EXTRA: dict[str, tuple[float, ...]] = {
    "lecun_normal": (),
    "glorot_normal": (),
    "glorot_uniform": (),
    "he_normal": (),
    "orthogonal_init": (1.0,),
}


@dataclass(frozen=True)
class Histogram:
    """Weights of one layer.

    Attributes:
        edges: (BINS + 1,).
        shares: (BINS,), how many of the weights lie in each bin.
        spread: their root mean square.
    """

    edges: Array
    shares: Array
    spread: float


def ask_weights(student: Student, function: str) -> Histogram:
    """What the student's initializer draws for one layer."""
    W = as_array(getattr(student, function)(*SHAPE, *EXTRA[function], generator(1)), SHAPE, "W")
    edges = np.linspace(-EDGE, EDGE, BINS + 1)
    # What is beyond the ends is drawn in the last bins.
    shares = np.histogram(np.clip(W, -EDGE, EDGE), edges)[0] / W.size
    return Histogram(edges, shares, float(np.sqrt(np.mean(W**2))))


def weights_chart(parts: Mapping[str, Histogram | NoData]) -> Chart:
    """(a) Histograms of the weights of each initializer."""
    panels, words = [], []
    highest = max(
        [0.0, *(float(p.shares.max()) for p in parts.values() if isinstance(p, Histogram))]
    )
    for at, (name, part) in enumerate(parts.items()):
        if isinstance(part, NoData):
            panels.append(Panel(name, absent=part.reason))
            continue
        spread = f"root mean square {three_digits(part.spread)}"
        panels.append(
            Panel(
                name,
                "weight",
                "share of the weights" if at in (0, 3) else "",
                (Bars(part.edges, part.shares, at),),
                x_range=(-EDGE, EDGE),
                y_range=(0.0, 1.1 * highest),
                remark=spread,
            )
        )
        words.append(f"{name}: {spread}.")
    return Chart(
        "Your weights for one layer",
        f"A layer with {SHAPE[0]} inputs and {SHAPE[1]} units. Four bell curves of three widths "
        "and one plateau: the law is a matter of taste, the width is not.",
        (tuple(panels[:3]), tuple(panels[3:])),
        alt=" ".join(words),
    )


WEIGHTS = Picture(
    "weights",
    tuple(Part(name, (name,), partial(ask_weights, function=name)) for name in EXTRA),
    weights_chart,
)
