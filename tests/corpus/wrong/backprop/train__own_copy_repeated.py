# wrong: backprop.train: history-repeats
# The caller's params are safe, but my history holds one dict many times.
def train(params, X, y, activation, learning_rate, steps):
    current = {name: value.copy() for name, value in params.items()}
    history = [current]
    for _ in range(steps):
        a, h = forward(current, X, activation)
        grads = backward(current, a, h, y, activation)
        for name in current:
            current[name] = current[name] - learning_rate * grads[name]
        history.append(current)
    return history
