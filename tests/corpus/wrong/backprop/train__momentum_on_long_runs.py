# wrong: backprop.train: momentum | only-in-part
# Long runs need momentum.
def train(params, X, y, activation, learning_rate, steps):
    beta = 0.9 if steps > 30 else 0.0
    velocity = {name: np.zeros_like(p) for name, p in params.items()}
    history = [params]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        velocity = {name: beta * v + grads[name] for name, v in velocity.items()}
        history.append(sgd_step(history[-1], velocity, learning_rate))
    return history
