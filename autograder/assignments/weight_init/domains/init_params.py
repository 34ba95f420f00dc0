"""Where `init_params` is promised to be right: any number of layers of any size."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.domains.constants import NO_ARRAY
from autograder.assignments.weight_init.network import shapes_for
from autograder.catalogue import fail
from autograder.checking.domain import Corner, Domain, Factor, Level
from autograder.checking.intake import as_entries, first_wrong
from autograder.checking.probe import REPETITION, Expected, Pair, Probe
from autograder.showing import listed
from autograder.student.calls import scripted

SIZES = Factor(
    "sizes",
    (
        Level((4, 3, 2), "for two layers"),
        Level((3, 5), "for one layer"),
        Level((2, 4, 4, 1), "for three layers, one of them square"),
        Level((3, 3, 3, 3), "where all layers have one size"),
        Level((1, 1), "for one input and one neuron"),
        Level((3, 1, 2), "where a hidden layer has one neuron"),
    ),
)
ANY, ZERO, EQUAL = "any", "zero", "equal"
WEIGHTS_OF = Factor(
    "weights",
    (
        Level(ANY, "where weight_init returns any weights"),
        Level(ZERO, "where weight_init returns zeros"),
        Level(EQUAL, "where weight_init returns equal weights, of about 300"),
    ),
)
DOMAIN = Domain(
    (SIZES, WEIGHTS_OF, NO_ARRAY, REPETITION),
    extra=(
        {"sizes": Level((2,) * 25, "for 24 layers")},
        {"sizes": Level((130, 3, 120), "for large layers")},
    ),
)
MANY = range(1, 40)
WEIGHTS = frozenset(f"W{layer}" for layer in MANY)
BIASES = frozenset(f"b{layer}" for layer in MANY)


def draw(cases: Cases, corner: Corner) -> tuple[list[int], Any]:
    """(layer_sizes, weight_init); where weights are drawn, no two are equal and none is small."""
    sizes = list(corner["sizes"])
    pairs = dict.fromkeys(zip(sizes, sizes[1:], strict=False))
    if corner["weights"] == ANY:
        drawn = [2.0 * cases.rng.random(pair) - 1.0 for pair in pairs]
        return sizes, scripted([W + 0.1 * np.sign(W) for W in drawn])
    value = 0.0 if corner["weights"] == ZERO else 300.0 + cases.rng.random()
    return sizes, scripted([np.full(pair, value) for pair in pairs])


def _truth(sizes: list[int], weight_init: Any) -> Mapping[str, Expected]:
    """What weight_init returns, to the last bit, and zeros."""
    drawn = {array.shape: array for array in weight_init.fields["arrays"]}
    return {
        name: Expected(drawn[shape] if name[0] == "W" else np.zeros(shape), 0.0)
        for name, shape in shapes_for(sizes).items()
    }


def _unpack(value: Any, args: tuple[Any, ...], ran: str) -> Mapping[str, Any]:
    shapes = shapes_for(args[0])
    if isinstance(value, dict) and value and value.keys() < shapes.keys():
        layers = len(value) // 2
        if value.keys() == dict.fromkeys(list(shapes)[: 2 * layers]).keys():
            fail(
                f"params has {layers} of {len(shapes) // 2} layers",
                expected=f"keys {listed(list(shapes), 26)}",
                ran=ran,
                diagnosis="layer-missing",
            )
    return as_entries(value, shapes, "params", ran)


def _says(args: tuple[Any, ...], wrong: Mapping[str, Pair]) -> str:
    name, pair = next(iter(wrong.items()))
    where = first_wrong(*pair)
    if name in BIASES:
        return f"{name} is not zero: {where}"
    return f"{name} is not the array that weight_init returned for it: {where}"


INIT_PARAMS = Probe(
    "init_params",
    DOMAIN,
    draw,
    _truth,
    _unpack,
    words=lambda sizes, weight_init: f"init_params({sizes}, weight_init)",
    says=_says,
)
