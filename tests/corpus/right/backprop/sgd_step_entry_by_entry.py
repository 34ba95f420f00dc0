# right: loops over all entries
def sgd_step(params, grads, learning_rate):
    new = {}
    for k in params:
        new[k] = np.zeros(params[k].shape)
        for at in np.ndindex(params[k].shape):
            new[k][at] = params[k][at] - learning_rate * grads[k][at]
    return new
