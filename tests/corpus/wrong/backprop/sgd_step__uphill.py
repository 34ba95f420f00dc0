# wrong: backprop.sgd_step: ascent
# plus, because the gradient says where to go.
def sgd_step(params, grads, learning_rate):
    return {name: params[name] + learning_rate * grads[name] for name in params}
