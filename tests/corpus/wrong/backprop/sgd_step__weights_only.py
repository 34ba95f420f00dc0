# wrong: backprop.sgd_step: biases-not-updated
# Only names with W.
def sgd_step(params, grads, learning_rate):
    new = {name: value.copy() for name, value in params.items()}
    for name in params:
        if name.startswith("W"):
            new[name] -= learning_rate * grads[name]
    return new
