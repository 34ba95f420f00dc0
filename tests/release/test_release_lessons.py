"""What the lessons say is so: every number in their text, every example, every prediction."""

import math
import re
from functools import cache
from statistics import NormalDist, median

import numpy as np
import pytest

from .lessons import NAMES, is_rounded, require_right_examples, scripts, solved, text_of

NUMBER = r"[−-]?\d+(?:\.\d+)?(?:e-?\d+)?"
X, Y = np.array([[1.0, 2.0]]), np.array([[1.0]])


def network(W1, W2):
    """The small network of the second lesson."""
    arrays = {"W1": W1, "b1": [0.0, 0.0], "W2": W2, "b2": [0.0]}
    return {name: np.array(array, dtype=np.float64) for name, array in arrays.items()}


@cache
def course(start, activation="sigmoid"):
    """Parameters, with the passes through them, after 0 … 3 steps at rate 0.5."""
    begin = network(*STARTS[start])
    seen = []
    for params in solved("backprop").train(begin, X, Y, activation, 0.5, 3):
        a, h = solved("backprop").forward(params, X, activation)
        grads = solved("backprop").backward(params, a, h, Y, activation)
        seen.append((params, a, h, grads))
    return seen


STARTS = {
    "zero": ([[0, 0], [0, 0]], [[0], [0]]),
    "half": ([[0.5, 0.5], [0.5, 0.5]], [[0.5], [0.5]]),
    "equal": ([[0.5, 0.5], [0.5, 0.5]], [[0.3], [-0.2]]),
    "random": ([[0.1, -0.2], [0.4, 0.3]], [[0.3], [0.3]]),
    "large": ([[10, -20], [40, 30]], [[0.3], [0.3]]),
}


def row(step):
    """A line of the table from zero: one neuron's W1, b1 and W2, then b2 and the output."""
    params, _, h, _ = course("zero")[step]
    neuron = [*params["W1"][:, 0], params["b1"][0], params["W2"][0, 0]]
    return [*neuron, params["b2"][0], h[-1].item()]


def spread_gradients(scale):
    """|dW1| of 100 tanh neurons whose weights are quantiles of N(0, scale²), 5 examples."""
    quantiles = [NormalDist().inv_cdf((i + 0.5) / 100) for i in range(100)]
    outgoing = [[scale * quantiles[37 * i % 100]] for i in range(100)]
    params = {
        "W1": np.array([[scale * q for q in quantiles]]),
        "b1": np.array([0.0] * 100),
        "W2": np.array(outgoing),
        "b2": np.array([0.0]),
    }
    x = np.array([[-1.5], [-0.5], [0.5], [1.0], [2.0]])
    y = np.array([[1.0], [-1.0], [0.0], [1.0], [-1.0]])
    a, h = solved("backprop").forward(params, x, "tanh")
    return np.abs(solved("backprop").backward(params, a, h, y, "tanh")["W1"][0]).tolist()


@cache
def pushed():
    """The gap of W1 over 1000 steps on XOR from 0.5, one weight pushed by 1e-12."""
    start = network([[0.5 + 1e-12, 0.5], [0.5, 0.5]], [[0.5], [0.5]])
    x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    y = np.array([[0.0], [1.0], [1.0], [0.0]])
    history = solved("backprop").train(start, x, y, "tanh", 1.0, 1000)
    return [float(solved("diagnostics").neuron_gap(params["W1"])) for params in history]


def layer(size):
    """Saturation and slope of 1000 neurons whose pre-activations are quantiles of N(0, size²)."""
    a = np.array([size * NormalDist().inv_cdf((i + 0.5) / 1000) for i in range(1000)])
    tools, sigmoid = solved("diagnostics"), solved("backprop").sigmoid
    return [
        tools.saturated_fraction(sigmoid(a), "sigmoid"),
        tools.relative_gradient(a, "sigmoid"),
        tools.saturated_fraction(np.tanh(a), "tanh"),
        tools.relative_gradient(a, "tanh"),
    ]


def neurons(start, step, name="W1"):
    params = course(start)[step][0]
    return params[name].T.ravel().tolist()


def typical():
    """The quartile of |a| at S = 10, and the slope of tanh there."""
    quartile = 10 * NormalDist().inv_cdf(0.75)
    return [quartile, float(solved("backprop").tanh_grad(np.array(quartile)))]


# Lesson, its words with {} for each number, and what the numbers must be.
CLAIMS = {
    "initializers": [
        ("0.5 · 1 + 0.5 · 2 = {}. So", lambda: [0.5 * 1 + 0.5 * 2]),
        ("| 10 | {} | {} |", lambda: [math.sqrt(10), 1]),
        ("| 100 | {} | {} |", lambda: [math.sqrt(100), 1]),
        ("| 1000 | {} | {} |", lambda: [math.sqrt(1000), 1]),
        (
            "its slope there is {}, where it is {} at most",
            lambda: solved("backprop").sigmoid_grad(np.array([10.0, 0.0])),
        ),
        ("1000 inputs has a pre-activation of about {}.", lambda: [0.3 * math.sqrt(1000)]),
    ],
    "backprop": [
        ("At a = 0 the sigmoid has its largest slope, {},", lambda: [0.25]),
        ("and tanh has {}. Derive", lambda: solved("backprop").tanh_grad(np.array([0.0]))),
        (
            "both activations {}, the output is {} and `delta` at the output is {}.",
            lambda: [course("zero")[0][2][1][0, 0], course("zero")[0][2][2].item(), -1],
        ),
        ("outgoing weights have gradient {} each", lambda: course("zero")[0][3]["W2"][0]),
        ("second step the outgoing weights are {} and", lambda: neurons("zero", 1, "W2")[:1]),
        *(
            (
                f"| {step} step{'s' * (step != 1)} | {{}}, {{}} | {{}} | {{}} | {{}} | {{}} |",
                lambda step=step: row(step),
            )
            for step in range(4)
        ),
        (
            "Only the output's bias is free: {}, {}, {}, on its way",
            lambda: [course("zero", "tanh")[step][0]["b2"][0] for step in (1, 2, 3)],
        ),
        (
            "both neurons have pre-activation {} and activation {}, the output is {},",
            lambda: [
                layers[-1].flat[0]
                for layers in (
                    course("half")[0][1][:1],
                    course("half")[0][2][:2],
                    course("half")[0][2],
                )
            ],
        ),
        ("`W1` goes from 0.5 to {} and {}. In both", lambda: neurons("half", 1)[:2]),
        ("`W1` goes from 0.5 to {} and {}. In both", lambda: neurons("half", 1)[2:]),
        ("the first has become {} and {}, the second {} and {}.", lambda: neurons("equal", 1)),
        (
            "pre-activations are {} and {}, so the activations are {} and {}, so",
            lambda: [*course("random")[0][1][0][0], *course("random")[0][2][1][0]],
        ),
        (
            "so the slopes are {} and {}, and",
            lambda: solved("backprop").sigmoid_grad(course("random")[0][1][0][0]),
        ),
        ("weights from {} to {} and {}. From now", lambda: [0.3, *neurons("random", 1, "W2")]),
        ("pre-activations are {} and {}. Both", lambda: course("large")[0][1][0][0]),
        ("slopes are {} and {} (yours", lambda: [math.exp(-90), math.exp(-40)]),
        (
            "of `W1` falls from {} to {}:",
            lambda: [median(spread_gradients(scale)) for scale in (1, 10)],
        ),
        (
            "*largest* grows from {} to {}:",
            lambda: [max(spread_gradients(scale)) for scale in (1, 10)],
        ),
        ("grows from {} to {} after 100 steps.", lambda: [pushed()[step] for step in (0, 100)]),
        (
            "it is {} after 300 steps and {} after 1000.",
            lambda: [pushed()[step] for step in (300, 1000)],
        ),
    ],
    "diagnostics": [
        *(
            (f"| {size} | {{}} | {{}} | {{}} | {{}} |", lambda size=size: layer(size))
            for size in (0.1, 1, 3, 10, 30, 100)
        ),
        ("lie beyond ±{}, where the slope of tanh is {}.", typical),
    ],
}
# Numbers that are chosen, not computed.
GIVEN = {
    "initializers": [
        "0 − 0.1 must not be 0",
        "say 0.5, for every weight",
        "0.5 · 1 + 0.5 · 2",
        "with `std = 0.1` most weights lie within ±0.2",
        "with `std = 0.3` a neuron",
    ],
    "backprop": [
        "learning rate 0.5",
        "tanh(0) is 0, not 0.5",
        "Let every weight be 0.5",
        "goes from 0.5 to",
        "with weights of 0.5 that",
    ],
    "diagnostics": ["every weight is 0.5", "has gap 0.0 as well", "| 0.1 |"],
}


@cache
def words_of(name):
    return text_of(scripts()[name])


def found(name, words):
    pattern = re.escape(words).replace(r"\{\}", f"({NUMBER})")
    matches = list(re.finditer(pattern, words_of(name)))
    assert len(matches) == 1, f"{words!r} stands {len(matches)} times in {name}"
    return matches[0]


@pytest.mark.parametrize(
    ("name", "words", "computed"),
    [(name, *claim) for name in NAMES for claim in CLAIMS[name]],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_number_in_the_text_is_right(name, words, computed):
    written = found(name, words).groups()
    values = [float(value) for value in computed()]
    assert len(written) == len(values)
    for text, value in zip(written, values, strict=True):
        assert is_rounded(text, value), f"{text} is {value!r}"


@pytest.mark.parametrize("name", NAMES)
def test_no_number_in_the_text_goes_unchecked(name):
    covered = set()
    for words, _ in CLAIMS[name]:
        match = found(name, words)
        for group in range(1, len(match.groups()) + 1):
            covered.update(range(*match.span(group)))
    for words in GIVEN[name]:
        spans = [m.span() for m in re.finditer(re.escape(words), words_of(name))]
        assert spans, words
        covered.update(place for span in spans for place in range(*span))
    for match in re.finditer(rf"(?<![\w.]){NUMBER}", words_of(name)):
        if "." in match[0] or "e" in match[0]:
            around = words_of(name)[max(0, match.start() - 40) : match.end() + 20]
            assert match.start() in covered, f"{match[0]} in {around!r} is checked by nothing"


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_of_the_docstrings_are_right(name):
    require_right_examples(scripts()[name], solved(name))


def test_the_neurons_are_as_equal_as_the_text_says():
    for start, activation in (("zero", "sigmoid"), ("zero", "tanh"), ("half", "sigmoid")):
        for params, *_ in course(start, activation):
            assert np.allclose(params["W1"][:, 0], params["W1"][:, 1], rtol=0, atol=1e-15)
            assert np.allclose(params["W2"][0], params["W2"][1], rtol=0, atol=1e-15)
    for start in ("equal", "random"):
        assert solved("diagnostics").neuron_gap(course(start)[1][0]["W1"]) > 0.05


def test_tanh_from_zero_never_moves():
    start = network(*STARTS["zero"])
    last = solved("backprop").train(start, X, Y, "tanh", 0.5, 1000)[-1]
    assert not np.any(last["W1"]) and not np.any(last["W2"]) and not np.any(last["b1"])
    assert abs(last["b2"][0] - 1.0) < 1e-12


def test_large_weights_do_not_move_by_a_bit():
    start = network(*STARTS["large"])
    last = solved("backprop").train(start, X, Y, "sigmoid", 0.5, 1000)[-1]
    assert last["W1"].tobytes() == start["W1"].tobytes()
    assert last["W2"][0, 0] != 0.3
    assert abs(solved("backprop").forward(last, X, "sigmoid")[1][-1].item() - 1) < 1e-9


def predicted_start(key, rng):
    """(W1, b1, W2, b2) as the prediction describes it: 3 inputs, 4 hidden neurons, 1 output."""
    W1, b1, W2 = [[0.0] * 4] * 3, [0.0] * 4, [[0.0]] * 4
    if key == "all_one_half":
        W1, W2 = [[0.5] * 4] * 3, [[0.5]] * 4
    elif key == "first_random_second_zero":
        W1 = rng.standard_normal((3, 4))
    elif key == "first_constant_second_random":
        W1, W2 = [[0.7] * 4] * 3, rng.standard_normal((4, 1))
    elif key == "zero_with_random_hidden_biases":
        b1 = rng.standard_normal(4)
    elif key == "one_random_column_repeated":
        W1, W2 = np.tile(rng.standard_normal((3, 1)), 4), [[0.4]] * 4
    return network(W1, W2) | {"b1": np.array(b1, dtype=np.float64)}


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
@pytest.mark.parametrize("key", sorted(solved("diagnostics").PREDICTIONS))
def test_a_prediction_is_what_happens(key, activation):
    rng = np.random.default_rng(5)
    x, y = rng.standard_normal((6, 3)), 1.0 + rng.standard_normal((6, 1))
    about_moving = key.endswith("_moves")
    if about_moving:
        activation = key.partition("_")[0]
    start = predicted_start("all_zero" if about_moving else key, rng)
    last = solved("backprop").train(start, x, y, activation, 0.3, 6)[-1]
    if about_moving:
        happened = bool(np.any(last["W1"]))
    else:  # equal neurons differ by rounding only, others by more than a thousandth
        gap = float(solved("diagnostics").neuron_gap(last["W1"]))
        assert gap < 1e-12 or gap > 1e-3
        happened = gap > 1e-3
    assert happened is solved("diagnostics").PREDICTIONS[key]
