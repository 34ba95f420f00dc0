# right: *args and **kwargs in the signatures, partial and bound methods as functions
from functools import partial


def sigmoid(*args):
    (a,) = args
    return np.reciprocal(1.0 + np.exp(np.negative(a)))


def _slope(kind, *args, **kwargs):
    h = {"sigmoid": sigmoid, "tanh": np.tanh}[kind](*args, **kwargs)
    return h - h * h if kind == "sigmoid" else 1.0 - h * h


sigmoid_grad = partial(_slope, "sigmoid")
tanh_grad = partial(_slope, "tanh")


def layer_forward(*args, **kwargs):
    h_prev, W, b = args
    return np.add(b, h_prev @ W)


class Optimizer:
    def step(self, params, grads, learning_rate, *ignored, **options):
        return dict((k, params[k] + -learning_rate * grads[k]) for k in params)


sgd_step = Optimizer().step
