# wrong: backprop.sgd_step: float32 | only-in-part
# Rate as float32.
def sgd_step(params, grads, learning_rate):
    rate = np.float64(np.float32(learning_rate))
    return {k: p - rate * grads[k] for k, p in params.items()}
