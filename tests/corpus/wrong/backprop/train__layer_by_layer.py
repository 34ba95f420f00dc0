# wrong: backprop.train: gradients-recomputed-between-layers
# Update the last layer, then look at the gradients again for the one below.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        new = dict(history[-1])
        for k in range(len(params) // 2, 0, -1):
            a, h = forward(new, X, activation)
            grads = backward(new, a, h, y, activation)
            for name in (f"W{k}", f"b{k}"):
                new[name] = new[name] - learning_rate * grads[name]
        history.append(new)
    return history
