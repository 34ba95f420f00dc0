# wrong: backprop.train: mini-batches
# Half of the examples, then the other half.
def train(params, X, y, activation, learning_rate, steps):
    half = max(1, len(X) // 2)
    batches = [slice(0, half), slice(half, None)] if len(X) > 1 else [slice(None)]
    history = [params]
    for step in range(steps):
        part = batches[step % len(batches)]
        a, h = forward(history[-1], X[part], activation)
        grads = backward(history[-1], a, h, y[part], activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
