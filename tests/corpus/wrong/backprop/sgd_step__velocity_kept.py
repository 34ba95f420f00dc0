# wrong: backprop.sgd_step: keeps-state
# Momentum: half of the last step comes along.
VELOCITY = {}


def sgd_step(params, grads, learning_rate):
    new = {}
    for name, value in params.items():
        place = name, value.shape
        VELOCITY[place] = grads[name] + 0.5 * VELOCITY.get(place, 0.0)
        new[name] = value - learning_rate * VELOCITY[place]
    return new
