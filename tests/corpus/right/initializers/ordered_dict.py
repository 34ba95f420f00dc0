# right: an OrderedDict for the params
from collections import OrderedDict


def init_params(layer_sizes, weight_init):
    params = OrderedDict()
    for i, size in enumerate(layer_sizes):
        if i == 0:
            continue
        params["W%i" % i] = weight_init(layer_sizes[i - 1], size)
        params["b%i" % i] = np.zeros(size)
    return params
