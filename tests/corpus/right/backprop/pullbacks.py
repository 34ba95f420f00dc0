# right: functional style; every layer returns its value and a closure that pulls a gradient back
from functools import reduce


def _dense(W, b):
    def run(x):
        return x @ W + b, lambda d: (x.T @ d, d.sum(axis=0), d @ W.T)

    return run


def backward(params, a, h, y, activation):
    slope = dict(sigmoid=sigmoid_grad, tanh=tanh_grad)[activation]
    L = len(a)
    pulls = [_dense(params[f"W{l}"], params[f"b{l}"])(h[l - 1])[1] for l in range(1, L + 1)]

    def step(carry, l):
        delta, grads = carry
        dW, db, dh = pulls[l - 1](delta)
        delta = dh * slope(a[l - 2]) if l > 1 else None
        return delta, [(f"W{l}", dW), (f"b{l}", db), *grads]

    _, grads = reduce(step, range(L, 0, -1), ((h[L] - y) / len(y), []))
    return dict(grads)
