# wrong: backprop.sgd_step: rate-ignored
# params - grads
def sgd_step(params, grads, learning_rate):
    new = {}
    for name in params:
        new[name] = params[name] - grads[name]
    return new
