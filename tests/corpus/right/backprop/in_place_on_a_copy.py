# right: the update is written in place, on arrays copied first
def sgd_step(params, grads, learning_rate):
    new = {k: np.array(v, copy=True) for k, v in params.items()}
    for k in new.keys():
        step = learning_rate * grads[k]
        new[k] -= step
    return new


def train(params, X, y, activation, learning_rate, steps):
    W = {k: v.copy() for k, v in params.items()}
    history = [{k: v.copy() for k, v in W.items()}]
    for t in range(1, steps + 1):
        a, h = forward(W, X, activation)
        g = backward(W, a, h, y, activation)
        for k in W:
            W[k] -= learning_rate * g[k]
        history.append({k: v.copy() for k, v in W.items()})
    return history
