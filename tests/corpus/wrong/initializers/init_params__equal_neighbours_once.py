# wrong: initializers.init_params: layer-missing | wrong-count | wrong-keys | only-in-part
# Two equal sizes in a row are one layer.
from itertools import groupby


def init_params(layer_sizes, weight_init):
    sizes = [n for n, _ in groupby(layer_sizes)]
    if len(sizes) == 1:
        sizes = list(layer_sizes[:2])
    params = {}
    for l in range(1, len(sizes)):
        params[f"W{l}"] = weight_init(sizes[l - 1], sizes[l])
        params[f"b{l}"] = np.zeros(sizes[l])
    return params
