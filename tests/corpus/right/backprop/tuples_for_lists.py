# right: tuples where the text says lists
def forward(params, X, activation):
    f = sigmoid if activation == "sigmoid" else np.tanh
    a, h = (), (X,)
    L = len(params) // 2
    for l in range(1, L + 1):
        a += (layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"]),)
        h += (a[-1] if l == L else f(a[-1]),)
    return a, h


def train(params, X, y, activation, learning_rate, steps):
    history = (params,)
    while len(history) < steps + 1:
        a, h = forward(history[-1], X, activation)
        history += (sgd_step(history[-1], backward(history[-1], a, h, y, activation), learning_rate),)
    return history
