# wrong: backprop.sgd_step: changes-its-arguments
# New arrays, but in the caller's dict.
def sgd_step(params, grads, learning_rate):
    for name in list(params):
        params[name] = params[name] - learning_rate * grads[name]
    return params
