# wrong: backprop.sgd_step: only-last-layer
# The output layer learns.
def sgd_step(params, grads, learning_rate):
    L = len(params) // 2
    new = {name: np.array(value) for name, value in params.items()}
    for name in (f"W{L}", f"b{L}"):
        new[name] = params[name] - learning_rate * grads[name]
    return new
