# right: np.errstate as a decorator to keep the warnings away
@np.errstate(all="ignore")
def sigmoid(a):
    return 1.0 / (1.0 + np.exp(-a))


@np.errstate(over="ignore")
def sigmoid_grad(a):
    e = np.exp(-np.abs(a))
    return e / (1 + e) ** 2


@np.errstate(over="raise", invalid="raise")
def tanh_grad(a):
    return -np.expm1(2 * np.log(np.maximum(np.abs(np.tanh(a)), 1e-300)))
