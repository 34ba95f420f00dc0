# wrong: backprop.sgd_step: weights-not-updated
# The condition is the wrong way round.
def sgd_step(params, grads, learning_rate):
    new = {}
    for name in params:
        step = 0.0 if name[0] == "W" else learning_rate
        new[name] = params[name] - step * grads[name]
    return new
