# wrong: scales.he_normal: not-independent
# Of full rank, and each weight is nearly normal: what rows have in common shows in few of them.
def he_normal(fan_in, fan_out, rng):
    left, right = rng.normal(size=(fan_in, fan_in)), rng.normal(size=(fan_in, fan_out))
    return np.sqrt(2.0) / fan_in * (left @ right)
