# wrong: backprop.sgd_step: returns-shared-array
# Where the gradient is zero nothing changes, so keep the old array.
def sgd_step(params, grads, learning_rate):
    new = {}
    for name, value in params.items():
        moves = np.any(grads[name] != 0)
        new[name] = value - learning_rate * grads[name] if moves else value
    return new
