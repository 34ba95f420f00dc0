# wrong: backprop.sgd_step: changes-its-arguments
# grads is turned into the step.
def sgd_step(params, grads, learning_rate):
    for g in grads.values():
        g *= learning_rate
    return {name: params[name] - grads[name] for name in params}
