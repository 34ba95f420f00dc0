# wrong: backprop.sgd_step: returns-nothing
# The new dict stays inside.
def sgd_step(params, grads, learning_rate):
    new_params = {}
    for name in params:
        new_params[name] = params[name] - learning_rate * grads[name]
