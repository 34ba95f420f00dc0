# wrong: backprop.train: gradients-recomputed-between-layers
# One pass for the weights and one for the biases.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        new = dict(history[-1])
        for kind in "Wb":
            a, h = forward(new, X, activation)
            grads = backward(new, a, h, y, activation)
            for name in [n for n in new if n.startswith(kind)]:
                new[name] = new[name] - learning_rate * grads[name]
        history.append(new)
    return history
