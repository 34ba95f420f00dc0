# right: copies of everything, nothing shared with anything
import copy


def forward(params, X, activation):
    L = len(params) // 2
    a = [None] * L
    h = [None] * (L + 1)
    h[0] = X.copy()
    for l in range(L):
        a[l] = np.array(layer_forward(h[l], params[f"W{l + 1}"], params[f"b{l + 1}"]))
        if l + 1 < L:
            h[l + 1] = np.tanh(a[l]) if activation == "tanh" else sigmoid(a[l])
        else:
            h[l + 1] = a[l].copy()
    return copy.deepcopy(a), copy.deepcopy(h)


def sgd_step(params, grads, learning_rate):
    new = copy.deepcopy(params)
    for key in new:
        new[key] -= learning_rate * grads[key]
    return new


def train(params, X, y, activation, learning_rate, steps):
    now = copy.deepcopy(params)
    history = [copy.deepcopy(now)]
    for _ in range(steps):
        a, h = forward(now, X.copy(), activation)
        grads = backward(now, a, h, y.copy(), activation)
        now = sgd_step(now, grads, learning_rate)
        history.append(copy.deepcopy(now))
    return history
