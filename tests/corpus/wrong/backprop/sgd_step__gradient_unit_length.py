# wrong: backprop.sgd_step: normalised
# A step always has the same length.
def sgd_step(params, grads, learning_rate):
    new = {}
    for name in params:
        length = np.linalg.norm(grads[name]) or 1.0
        new[name] = params[name] - learning_rate * grads[name] / length
    return new
