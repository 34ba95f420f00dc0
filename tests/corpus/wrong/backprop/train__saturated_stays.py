# wrong: backprop.train: stops-early | clipped | only-in-part
# A saturated first layer does not learn, so leave it.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        new = sgd_step(history[-1], grads, learning_rate)
        if np.abs(grads["W1"]).max() < 1e-5 < np.abs(grads[f"b{len(a)}"]).max():
            new["W1"], new["b1"] = history[-1]["W1"].copy(), history[-1]["b1"].copy()
        history.append(new)
    return history
