# wrong: backprop.sgd_step: returns-shared-array | only-in-part
# Rate 0: nothing to do.
def sgd_step(params, grads, learning_rate):
    if learning_rate == 0:
        return dict(params)
    return {k: params[k] - learning_rate * grads[k] for k in params}
