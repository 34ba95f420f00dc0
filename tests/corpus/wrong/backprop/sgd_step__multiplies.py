# wrong: backprop.sgd_step: multiplicative-update
# Brackets: params * (1 - rate * grad).
def sgd_step(params, grads, learning_rate):
    return {name: params[name] * (1 - learning_rate * grads[name]) for name in params}
