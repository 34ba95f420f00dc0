# right: turns the dict into a list of pairs and back, history kept as a deque until the end
from collections import deque


def _unpack(params):
    return [(params[f"W{l}"], params[f"b{l}"]) for l in range(1, len(params) // 2 + 1)]


def _pack(layers):
    return {f"{n}{l}": v for l, pair in enumerate(layers, 1) for n, v in zip("Wb", pair)}


def train(params, X, y, activation, learning_rate, steps):
    layers = _unpack(params)
    seen = deque([_pack(layers)])
    for _ in range(steps):
        now = _pack(layers)
        g = _unpack(backward(now, *forward(now, X, activation), y, activation))
        layers = [(W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in zip(layers, g)]
        seen.append(_pack(layers))
    return list(seen)
