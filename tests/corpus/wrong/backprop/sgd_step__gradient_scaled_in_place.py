# wrong: backprop.sgd_step: changes-its-arguments
# The gradient is used up anyway.
def sgd_step(params, grads, learning_rate):
    new = {}
    for k in params:
        if k.startswith("b") and grads[k].flags.writeable:
            grads[k] *= learning_rate
            new[k] = params[k] - grads[k]
        else:
            new[k] = params[k] - learning_rate * grads[k]
    return new
