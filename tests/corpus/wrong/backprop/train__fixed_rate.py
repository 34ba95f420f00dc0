# wrong: backprop.train: rate-ignored
# lr = 0.01 at the top of the function from testing.
def train(params, X, y, activation, learning_rate, steps):
    lr = 0.01
    history = [params]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history.append({name: p - lr * grads[name] for name, p in history[-1].items()})
    return history
