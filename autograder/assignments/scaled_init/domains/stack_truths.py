"""What is right for a whole stack, and how far right code may be from it."""

import math
from collections.abc import Sequence

import numpy as np

from autograder.assignments.scaled_init import stack
from autograder.assignments.scaled_init.stack import Params
from autograder.checking.probe import Expected
from autograder.numerics import Array, norm

# Right sums are off by some 1e-16 of the terms that are added up. What that comes to behind many
# layers is bounded along the way (`_terms`): nothing that cancels by chance is asked for exactly.
RTOL = 1e-12
STEEPEST_BEND = 0.77  # the largest second derivative of tanh, at 0.66


def _largest(params: Params) -> list[float]:
    """For each layer, how much longer its weights can make a signal, at most.

    Where all are of one shape, as in a deep stack, that is the largest singular value. Elsewhere
    there are three layers at most, and the 2-norm of all entries is at most √3 times as large.
    """
    weights = [params[f"W{layer}"] for layer in range(1, stack.depth_of(params) + 1)]
    if len({W.shape for W in weights}) == 1:
        return list(map(float, np.linalg.norm(np.array(weights), 2, axis=(1, 2))))
    return [norm(W) for W in weights]


def _terms(params: Params, h: Sequence[Array], longest: Sequence[float]) -> list[float]:
    """For each layer what its error may be relative to, by the activations [X, h1 …] that enter.

    The terms that it adds up, and what a layer makes of the error of the one before: no activation
    makes an error larger. `longest` is `_largest(params)`.
    """
    terms, carried = [], norm(h[0])
    for layer, largest in enumerate(longest, start=1):
        entering = h[layer - 1]
        added = norm(params[f"W{layer}"]) * norm(entering)
        added += norm(params[f"b{layer}"]) * math.sqrt(len(entering))
        carried = largest * carried + added
        terms.append(carried)
    return terms


def passed(params: Params, X: Array, activation: str) -> dict[str, Expected]:
    """What `forward_deep` should return for X (m, n_in), as h[0], a1, h[1] …"""
    a, h = stack.forward_pass(params, X, activation)
    terms = _terms(params, h, _largest(params))
    parts = {"h[0]": Expected(X, RTOL * norm(X))}
    for layer, bound in enumerate(terms, start=1):
        parts[f"a{layer}"] = Expected(a[layer - 1], RTOL * bound)
        parts[f"h[{layer}]"] = Expected(h[layer], RTOL * bound)
    return parts


def sizes(params: Params, X: Array, activation: str) -> dict[str, Expected]:
    """The root mean square of every layer's pre-activations for X (m, n_in), by layer."""
    a, h = stack.forward_pass(params, X, activation)
    terms = _terms(params, h, _largest(params))
    parts = {}
    for layer, (array, bound) in enumerate(zip(a, terms, strict=True), start=1):
        allowed = RTOL * bound / math.sqrt(array.size)
        parts[f"layer {layer}"] = Expected(np.asarray(stack.size(array)), allowed)
    return parts


def returned(params: Params, X: Array, upstream: Array, activation: str) -> dict[str, Expected]:
    """The root mean square of ∂loss/∂a of every layer, for X (m, n_in) and upstream (m, n_L)."""
    a, h = stack.forward_pass(params, X, activation)
    longest = _largest(params)
    found, terms = stack.returned(params, a, upstream, activation), _terms(params, h, longest)
    # The error of a slope is that of its pre-activation, bent; the other slopes are 0 or 1.
    bend = STEEPEST_BEND if activation == "tanh" else 0.0
    parts, returning, carried = {}, norm(upstream), norm(upstream)
    for layer in range(len(a), 0, -1):
        delta, largest = found[layer - 1], longest[layer - 1]
        carried += bend * terms[layer - 1] * returning
        bound = RTOL * carried / math.sqrt(delta.size)
        parts[f"layer {layer}"] = Expected(np.asarray(stack.size(delta)), bound)
        returning = largest * norm(delta)
        carried = largest * carried + norm(params[f"W{layer}"]) * norm(delta)
    return dict(reversed(parts.items()))
