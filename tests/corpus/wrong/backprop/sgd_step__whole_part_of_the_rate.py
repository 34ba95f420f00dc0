# wrong: backprop.sgd_step: rate-ignored | rounded | only-in-part
# Rates over 1 are whole numbers.
def sgd_step(params, grads, learning_rate):
    rate = int(learning_rate) if learning_rate > 1 else learning_rate
    return {k: p - rate * grads[k] for k, p in params.items()}
