# right: lists in loops, one weight at a time, turned into an array at the end


def zeros_init(fan_in, fan_out):
    rows = []
    for i in range(fan_in):
        row = []
        for j in range(fan_out):
            row.append(0.0)
        rows.append(row)
    return np.array(rows)


def constant_init(fan_in, fan_out, value):
    rows = []
    for i in range(fan_in):
        rows.append([float(value)] * fan_out)
    return np.array(rows)


def normal_init(fan_in, fan_out, std, rng):
    rows = []
    for i in range(fan_in):
        row = []
        for j in range(fan_out):
            row.append(rng.normal(0, std))
        rows.append(row)
    return np.array(rows)


def init_params(layer_sizes, weight_init):
    params = {}
    l = 1
    while l < len(layer_sizes):
        params["W" + str(l)] = weight_init(layer_sizes[l - 1], layer_sizes[l])
        params["b" + str(l)] = np.array([0.0 for _ in range(layer_sizes[l])])
        l = l + 1
    return params
