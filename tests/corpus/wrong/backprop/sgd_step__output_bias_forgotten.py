# wrong: backprop.sgd_step: biases-not-updated
# The last bias is not part of the loop.
def sgd_step(params, grads, learning_rate):
    names = list(params)
    new = {names[-1]: params[names[-1]].copy()}
    for name in names[:-1]:
        new[name] = params[name] - learning_rate * grads[name]
    return new
