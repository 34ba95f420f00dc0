# wrong: backprop.train: keeps-state | stale-gradients | only-in-part
# The first forward pass of this data is known.
_FIRST = {}


def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    key = (X.shape, y.shape, activation, len(params))
    for t in range(steps):
        a, h = forward(history[-1], X, activation)
        if t == 0 and all(u.shape == v.shape for u, v in zip(a, _FIRST.setdefault(key, (a, h))[0])):
            a, h = _FIRST[key]
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
