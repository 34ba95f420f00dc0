# right: all biases are separate slices of one long vector of zeros


def init_params(layer_sizes, weight_init):
    sizes = list(layer_sizes)
    all_biases = np.zeros(sum(sizes[1:]))
    ends = np.cumsum(sizes[1:])
    params = {}
    for k in range(1, len(sizes)):
        params[f"W{k}"] = weight_init(sizes[k - 1], sizes[k])
        params[f"b{k}"] = all_biases[ends[k - 1] - sizes[k] : ends[k - 1]]
    return params
