# wrong: backprop.sgd_step: wrong-arity | arguments-out-of-order | raises
# Rate, params, grads.
def sgd_step(learning_rate, params, grads):
    return {name: params[name] - learning_rate * grads[name] for name in params}
