# wrong: backprop.sgd_step: biases-not-updated | only-in-part
# A single bias is no vector.
def sgd_step(params, grads, learning_rate):
    new = {}
    for name, p in params.items():
        new[name] = p.copy()
        if p.ndim == 2 or p.size > 1:
            new[name] -= learning_rate * grads[name]
    return new
