# right: deep copy first, then in place
import copy


def sgd_step(params, grads, learning_rate):
    new = copy.deepcopy(params)
    for name in list(new):
        if name in grads:
            new[name] -= learning_rate * grads[name]
    return new
