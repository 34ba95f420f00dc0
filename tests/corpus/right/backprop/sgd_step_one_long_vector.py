# right: all parameters in one long vector
def sgd_step(params, grads, learning_rate):
    names = list(params)
    flat = np.concatenate([params[k].ravel() for k in names])
    flat = flat - learning_rate * np.concatenate([grads[k].ravel() for k in names])
    new, at = {}, 0
    for k in names:
        new[k] = flat[at : at + params[k].size].reshape(params[k].shape).copy()
        at += params[k].size
    return new
