# right: keys made with numpy, so they are numpy strings
def init_params(layer_sizes, weight_init):
    numbers = np.arange(1, len(layer_sizes)).astype(str)
    w_names = np.char.add("W", numbers)
    b_names = np.char.add("b", numbers)
    params = {}
    for w, b, n, p in zip(w_names, b_names, layer_sizes[:-1], layer_sizes[1:]):
        params[w] = weight_init(n, p)
        params[b] = np.zeros(p)
    return params
