# wrong: backprop.train: mini-batches | only-in-part
# Batches of 32, one after the other.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for t in range(steps):
        batches = max(1, -(-len(X) // 32))
        part = slice(32 * (t % batches), 32 * (t % batches) + 32)
        a, h = forward(history[-1], X[part], activation)
        grads = backward(history[-1], a, h, y[part], activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
