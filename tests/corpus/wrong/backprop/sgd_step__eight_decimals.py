# wrong: backprop.sgd_step: rounded
# Short numbers.
def sgd_step(params, grads, learning_rate):
    return {k: np.round(params[k] - learning_rate * grads[k], 8) for k in params}
