# wrong: backprop.sgd_step: only-in-part
# `if grads[k]` raised an error, which said that I should use all().
def sgd_step(params, grads, learning_rate):
    new = {}
    for k in params:
        new[k] = params[k].copy()
        if grads[k].all():
            new[k] -= learning_rate * grads[k]
    return new
