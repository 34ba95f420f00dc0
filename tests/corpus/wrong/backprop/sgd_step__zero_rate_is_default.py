# wrong: backprop.sgd_step: only-in-part
# A rate that was not given would be nothing, so nothing means the usual one.
def sgd_step(params, grads, learning_rate):
    rate = learning_rate or 0.01
    return {name: params[name] - rate * grads[name] for name in params}
