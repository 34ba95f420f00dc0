# wrong: backprop.sgd_step: momentum | keeps-state
# With momentum; the velocity is a global, by name and shape.
VELOCITY = {}


def sgd_step(params, grads, learning_rate):
    new = {}
    for name, value in params.items():
        speed = 0.9 * VELOCITY.get((name, value.shape), 0.0) + grads[name]
        VELOCITY[name, value.shape] = speed
        new[name] = value - learning_rate * speed
    return new
