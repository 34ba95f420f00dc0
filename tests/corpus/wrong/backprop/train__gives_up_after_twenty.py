# wrong: backprop.train: only-in-part
# After twenty steps the rate is lowered, as everybody does.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    for step in range(steps):
        rate = learning_rate if step < 20 else learning_rate / 2
        a, h = forward(history[-1], X, activation)
        history.append(sgd_step(history[-1], backward(history[-1], a, h, y, activation), rate))
    return history
