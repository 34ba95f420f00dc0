# wrong: scales.glorot_normal: only-in-part
# A spread that shrinks no further from 250 on.
def glorot_normal(fan_in, fan_out, rng):
    n = min((fan_in + fan_out) / 2, 125)
    return rng.normal(0, np.sqrt(1 / n), (fan_in, fan_out))
