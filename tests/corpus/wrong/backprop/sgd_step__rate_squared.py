# wrong: backprop.sgd_step: rate-twice
# First scale the gradients, then take a step.
def sgd_step(params, grads, learning_rate):
    steps = {name: learning_rate * g for name, g in grads.items()}
    return {name: params[name] - learning_rate * steps[name] for name in params}
