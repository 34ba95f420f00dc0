# wrong: backprop.sgd_step: only-in-part
# A rate is a share of the slope, and a share is at most one.
def sgd_step(params, grads, learning_rate):
    rate = np.clip(learning_rate, 0.0, 1.0)
    return {name: params[name] - rate * grads[name] for name in params}
