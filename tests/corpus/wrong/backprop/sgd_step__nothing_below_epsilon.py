# wrong: backprop.sgd_step: rounded | clipped | only-in-part
# Steps below 1e-8 are noise.
def sgd_step(params, grads, learning_rate):
    new = {}
    for k, p in params.items():
        step = learning_rate * grads[k]
        step = np.where(np.abs(step) < 1e-8, 0.0, step)
        new[k] = p - step
    return new
