# right: functools.reduce over the pairs of sizes; the bias is made of a row of the weights
from functools import reduce


def init_params(layer_sizes, weight_init):
    def one_more(params, pair):
        l = len(params) // 2 + 1
        W = weight_init(*pair)
        return params | {f"W{l}": W, f"b{l}": np.zeros_like(W[0])}

    return reduce(one_more, zip(layer_sizes[:-1], layer_sizes[1:]), {})
