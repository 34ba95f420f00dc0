# right: the predictions come from really training eight small networks when the file is read


def _run(W1, b1, W2, f, df, steps=12):
    rng = np.random.default_rng(5)
    X = rng.normal(size=(9, W1.shape[0]))
    y = np.abs(rng.normal(size=(9, 1))) + 0.5
    W1, b1, W2, b2 = W1.copy(), b1.copy(), W2.copy(), np.zeros(1)
    for _ in range(steps):
        a = X @ W1 + b1
        d2 = (f(a) @ W2 + b2 - y) / 9
        d1 = d2 @ W2.T * df(a)
        W2 = W2 - 0.1 * f(a).T @ d2
        b2 = b2 - 0.1 * d2.sum(axis=0)
        W1 = W1 - 0.1 * X.T @ d1
        b1 = b1 - 0.1 * d1.sum(axis=0)
    return W1, b1, W2


def _s(a):
    return 1 / (1 + np.exp(-a))


def _ds(a):
    return _s(a) * (1 - _s(a))


def _different(W1, b1, W2):
    W1, b1, W2 = _run(W1, b1, W2, _s, _ds)
    everything = np.vstack([W1, b1, W2.T])
    return np.ptp(everything, axis=1).max() > 1e-9


def _predict():
    r = np.random.default_rng(1)
    zero1, zero2, none = np.zeros((3, 4)), np.zeros((4, 1)), np.zeros(4)
    rand1, rand2 = r.normal(size=(3, 4)), r.normal(size=(4, 1))
    still = lambda f, df: _run(zero1, none, zero2, f, df)[0]
    return {
        "all_zero": _different(zero1, none, zero2),
        "all_one_half": _different(zero1 + 0.5, none, zero2 + 0.5),
        "first_random_second_zero": _different(rand1, none, zero2),
        "first_constant_second_random": _different(zero1 + 0.3, none, rand2),
        "zero_with_random_hidden_biases": _different(zero1, r.normal(size=4), zero2),
        "one_random_column_repeated": _different(np.repeat(rand1[:, :1], 4, axis=1), none, zero2 + 0.3),
        "sigmoid_first_layer_moves": still(_s, _ds).any(),
        "tanh_first_layer_moves": still(np.tanh, lambda a: 1 - np.tanh(a) ** 2).any(),
    }


PREDICTIONS = _predict()
