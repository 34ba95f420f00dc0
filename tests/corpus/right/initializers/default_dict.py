# right: a defaultdict for the params
from collections import defaultdict


def init_params(layer_sizes, weight_init):
    params = defaultdict(lambda: None)
    for i in range(1, len(layer_sizes)):
        params[f"W{i}"] = weight_init(layer_sizes[i - 1], layer_sizes[i])
        params[f"b{i}"] = np.zeros(layer_sizes[i])
    return params
