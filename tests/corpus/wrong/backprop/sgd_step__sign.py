# wrong: backprop.sgd_step: sign-of-gradient
# Only the sign of the gradient matters.
def sgd_step(params, grads, learning_rate):
    return {n: p - learning_rate * np.sign(grads[n]) for n, p in params.items()}
