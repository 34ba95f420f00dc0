# right: plus the negative rate, keys sorted
def sgd_step(params, grads, learning_rate):
    return {k: np.add(params[k], -learning_rate * grads[k]) for k in sorted(params)}
