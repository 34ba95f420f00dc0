# wrong: backprop.sgd_step: wrong-shape
# Without axes of length one.
def sgd_step(params, grads, learning_rate):
    return {k: np.squeeze(p - learning_rate * grads[k]) for k, p in params.items()}
