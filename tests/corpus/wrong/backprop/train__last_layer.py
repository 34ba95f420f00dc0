# wrong: backprop.train: only-last-layer
# Only the output layer is trained.
def train(params, X, y, activation, learning_rate, steps):
    L = len(params) // 2
    history = [params]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        new = {name: value.copy() for name, value in history[-1].items()}
        new[f"W{L}"] -= learning_rate * grads[f"W{L}"]
        new[f"b{L}"] -= learning_rate * grads[f"b{L}"]
        history.append(new)
    return history
