# wrong: backprop.train: only-in-part
# Less than a millionth better than before: done, and what is missing is filled up.
def train(params, X, y, activation, learning_rate, steps):
    history, last = [params], np.inf
    for _ in range(steps):
        p = history[-1]
        a, h = forward(p, X, activation)
        loss = np.mean(np.sum((h[-1] - y) ** 2, axis=1)) / 2
        if abs(last - loss) < 1e-6 or loss < 1e-6:
            history.append({k: v.copy() for k, v in p.items()})
            continue
        last = loss
        history.append(sgd_step(p, backward(p, a, h, y, activation), learning_rate))
    return history
