# wrong: backprop.sgd_step: rate-ignored
# 0.1 has always worked.
def sgd_step(params, grads, learning_rate):
    learning_rate = 0.1
    return {name: value - learning_rate * grads[name] for name, value in params.items()}
