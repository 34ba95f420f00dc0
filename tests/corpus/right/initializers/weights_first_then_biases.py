# right: makes all weights, then all biases, then the dict in the right order
from itertools import chain, pairwise


def init_params(layer_sizes, weight_init):
    weights = [weight_init(n, p) for n, p in pairwise(layer_sizes)]
    biases = [np.zeros(p) for p in layer_sizes[1:]]
    names = chain.from_iterable((f"W{k}", f"b{k}") for k in range(1, len(layer_sizes)))
    arrays = chain.from_iterable(zip(weights, biases))
    return dict(zip(names, arrays))
