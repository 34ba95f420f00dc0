# right: a decorator makes every returned array read-only
import functools


def _freeze(thing):
    if isinstance(thing, np.ndarray):
        thing.setflags(write=False)
    elif isinstance(thing, (list, tuple)):
        for part in thing:
            _freeze(part)
    elif isinstance(thing, dict):
        for part in thing.values():
            _freeze(part)
    return thing


def frozen(f):
    @functools.wraps(f)
    def g(*args):
        return _freeze(f(*args))

    return g


layer_forward = frozen(layer_forward)
layer_backward = frozen(layer_backward)
backward = frozen(backward)
sgd_step = frozen(sgd_step)


@frozen
def sigmoid(a):
    return np.asarray(0.5 * np.tanh(0.5 * a) + 0.5)
