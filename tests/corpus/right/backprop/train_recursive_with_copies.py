# right: copies everywhere
def train(params, X, y, activation, learning_rate, steps):
    now = {k: v.copy() for k, v in params.items()}
    history = [{k: v.copy() for k, v in now.items()}]
    for _ in range(steps):
        grads = backward(now, *forward(now, X, activation), y, activation)
        for k in now:
            now[k] -= learning_rate * grads[k]
        history.append({k: v.copy() for k, v in now.items()})
    return history
