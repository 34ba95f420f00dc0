# wrong: backprop.sgd_step: layer-missing | wrong-keys | wrong-count | only-in-part
# One digit a layer.
def sgd_step(params, grads, learning_rate):
    new = {}
    for d in "123456789":
        for k in ("W" + d, "b" + d):
            if k in params:
                new[k] = params[k] - learning_rate * grads[k]
    return new
