# right: results kept under everything that they depend on, and copied out
_KEPT = {}


def _key(x):
    if isinstance(x, np.ndarray):
        return x.shape, x.tobytes()
    if isinstance(x, dict):
        return tuple((name, _key(x[name])) for name in sorted(x))
    return x


def train(params, X, y, activation, learning_rate, steps):
    key = tuple(_key(x) for x in (params, X, y, activation, learning_rate, steps))
    if key not in _KEPT:
        history = [params]
        for _ in range(steps):
            a, h = forward(history[-1], X, activation)
            grads = backward(history[-1], a, h, y, activation)
            history.append(sgd_step(history[-1], grads, learning_rate))
        _KEPT[key] = [{k: v.copy() for k, v in p.items()} for p in history]
    return [{k: v.copy() for k, v in p.items()} for p in _KEPT[key]]
