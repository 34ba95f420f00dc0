# wrong: backprop.sgd_step: rate-ignored | clipped | only-in-part
# More than 1 diverges.
def sgd_step(params, grads, learning_rate):
    rate = min(learning_rate, 1.0)
    return {k: params[k] - rate * grads[k] for k in params}
