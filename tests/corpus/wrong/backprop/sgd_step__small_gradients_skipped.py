# wrong: backprop.sgd_step: only-in-part
# Where the gradient is next to nothing there is nothing to do.
def sgd_step(params, grads, learning_rate):
    new = {}
    for name, value in params.items():
        if np.abs(grads[name]).max() < 1e-4:
            new[name] = value.copy()
        else:
            new[name] = value - learning_rate * grads[name]
    return new
