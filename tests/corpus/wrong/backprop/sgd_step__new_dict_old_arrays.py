# wrong: backprop.sgd_step: changes-its-arguments
# dict(params) is a copy. (Of the dict, not of the arrays.)
def sgd_step(params, grads, learning_rate):
    new = dict(params)
    for name, value in new.items():
        value -= learning_rate * grads[name]
    return new
