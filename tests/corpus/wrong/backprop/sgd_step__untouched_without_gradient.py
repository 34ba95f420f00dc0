# wrong: backprop.sgd_step: returns-shared-array | arrays-shared
# No gradient, no change.
def sgd_step(params, grads, learning_rate):
    new = {}
    for k, p in params.items():
        new[k] = p - learning_rate * grads[k] if grads[k].any() else p
    return new
