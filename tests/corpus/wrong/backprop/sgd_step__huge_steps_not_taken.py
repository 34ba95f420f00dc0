# wrong: backprop.sgd_step: gradient-clipped | clipped | nothing-moves | only-in-part
# A step that is longer than a million is an accident.
def sgd_step(params, grads, learning_rate):
    moved = {}
    for name in params:
        step = learning_rate * grads[name]
        moved[name] = params[name] - np.where(np.abs(step) > 1e5, 0.0, step)
    return moved
