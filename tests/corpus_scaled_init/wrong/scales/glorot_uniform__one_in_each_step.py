# wrong: scales.glorot_uniform: not-independent
# So that no range is left out: one number in each of as many equal steps as there are weights.
def glorot_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(6.0 / (fan_in + fan_out))
    count = fan_in * fan_out
    steps = rng.permutation(count) + rng.random(count)
    return (bound * (2.0 * steps / count - 1.0)).reshape(fan_in, fan_out)
