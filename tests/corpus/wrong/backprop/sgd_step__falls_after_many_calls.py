# wrong: backprop.sgd_step: step-decay | keeps-state | only-in-part
# Smaller steps later on.
_CALLS = [0]


def sgd_step(params, grads, learning_rate):
    _CALLS[0] += 1
    rate = learning_rate / (1 + _CALLS[0] // 10)
    return {k: p - rate * grads[k] for k, p in params.items()}
