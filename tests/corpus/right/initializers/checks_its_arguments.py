# right: asserts and raises on bad arguments before doing the work
def zeros_init(fan_in, fan_out):
    assert fan_in > 0 and fan_out > 0, "a layer needs inputs and neurons"
    return np.zeros((fan_in, fan_out))


def normal_init(fan_in, fan_out, std, rng):
    if not isinstance(rng, np.random.Generator):
        raise TypeError("rng must be a numpy Generator")
    if std <= 0:
        raise ValueError("std must be positive")
    W = rng.normal(0.0, std, size=(fan_in, fan_out))
    assert W.shape == (fan_in, fan_out) and np.isfinite(W).all()
    return W


def init_params(layer_sizes, weight_init):
    if not callable(weight_init):
        raise TypeError("weight_init must be a function")
    params = dict()
    for n, k in enumerate(range(1, len(layer_sizes))):
        W = weight_init(layer_sizes[n], layer_sizes[k])
        assert isinstance(W, np.ndarray), "weight_init must return an array"
        assert W.shape == (layer_sizes[n], layer_sizes[k])
        params.setdefault(f"W{k}", W)
        params.setdefault(f"b{k}", np.zeros(W.shape[1]))
    return params
