# wrong: backprop.sgd_step: rate-twice | factor-two
# Subtracts in the loop and once more on return.
def sgd_step(params, grads, learning_rate):
    new = {name: params[name] - learning_rate * grads[name] for name in params}
    return {name: new[name] - learning_rate * grads[name] for name in params}
