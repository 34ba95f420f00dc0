# right: an iterator that remembers the size before, an OrderedDict
from collections import OrderedDict
from itertools import pairwise


def init_params(layer_sizes, weight_init):
    pairs = []
    for l, (n, k) in enumerate(pairwise(layer_sizes), 1):
        pairs += [(f"W{l}", weight_init(n, k)), (f"b{l}", np.zeros(k))]
    return OrderedDict(pairs)
