# wrong: backprop.train: history-too-short | history-without-start | empty-array | only-in-part
# No steps, no history.
def train(params, X, y, activation, learning_rate, steps):
    history = [params] if steps else []
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        history.append(sgd_step(history[-1], grads, learning_rate))
    return history
