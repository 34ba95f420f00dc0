# wrong: backprop.sgd_step: gradient-clipped | clipped | only-in-part
# Never jump further than 10.
def sgd_step(params, grads, learning_rate):
    return {k: p - np.clip(learning_rate * grads[k], -10, 10) for k, p in params.items()}
