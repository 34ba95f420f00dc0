# wrong: backprop.sgd_step: returns-shared-array | only-in-part
# Without a gradient it stays what it is.
def sgd_step(params, grads, learning_rate):
    return {k: p - learning_rate * grads[k] if grads[k].any() else p for k, p in params.items()}
