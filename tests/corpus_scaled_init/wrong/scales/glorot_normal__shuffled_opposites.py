# wrong: scales.glorot_normal: mirror-pairs
# Each number comes with the other sign, too, anywhere, so that the mean is 0.
def glorot_normal(fan_in, fan_out, rng):
    half = rng.standard_normal((fan_in * fan_out + 1) // 2)
    both = np.concatenate([half, -half])[: fan_in * fan_out]
    rng.shuffle(both)
    return both.reshape(fan_in, fan_out) * np.sqrt(2.0 / (fan_in + fan_out))
