# right: map and starmap, no loop in sight
import itertools
import operator


def zeros_init(*shape):
    return np.fromiter(itertools.repeat(0.0, operator.mul(*shape)), float).reshape(shape)


def init_params(layer_sizes, weight_init):
    W = list(map(weight_init, layer_sizes[:-1], layer_sizes[1:]))
    b = map(np.zeros, layer_sizes[1:])
    keys = ("W{0} b{0}".format(k).split() for k in itertools.count(1))
    return {key: value for ks, vs in zip(keys, zip(W, b)) for key, value in zip(ks, vs)}
