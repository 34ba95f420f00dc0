# wrong: backprop.sgd_step: only-first-layer
# The return is inside the loop, after W1 and b1.
def sgd_step(params, grads, learning_rate):
    new = {name: value + 0.0 for name, value in params.items()}
    for k in range(1, len(params) // 2 + 1):
        new[f"W{k}"] = params[f"W{k}"] - learning_rate * grads[f"W{k}"]
        new[f"b{k}"] = params[f"b{k}"] - learning_rate * grads[f"b{k}"]
        return new
