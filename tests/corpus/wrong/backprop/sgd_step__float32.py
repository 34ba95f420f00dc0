# wrong: backprop.sgd_step: float32
# GPU friendly.
def sgd_step(params, grads, learning_rate):
    rate = np.float32(learning_rate)
    return {k: v.astype("float32") - rate * grads[k].astype("float32") for k, v in params.items()}
