# right: the update pairs parameters and gradients by position, both dicts have the same order
def sgd_step(params, grads, learning_rate):
    return dict(
        (name, p - learning_rate * g)
        for (name, p), g in zip(params.items(), grads.values(), strict=True)
    )
