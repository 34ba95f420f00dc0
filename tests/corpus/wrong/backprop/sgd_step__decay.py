# wrong: backprop.sgd_step: weight-decay
# Shrinks the weights a little at every step.
def sgd_step(params, grads, learning_rate):
    shrink = 1 - 1e-3 * learning_rate
    return {name: shrink * params[name] - learning_rate * grads[name] for name in params}
