# wrong: backprop.train: momentum
# Heavy ball.
def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    speed = {name: np.zeros_like(value) for name, value in params.items()}
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        grads = backward(history[-1], a, h, y, activation)
        speed = {name: 0.9 * speed[name] + grads[name] for name in speed}
        history.append(sgd_step(history[-1], speed, learning_rate))
    return history
