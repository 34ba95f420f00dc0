# right: sizes of normal numbers, with signs drawn afterwards
def glorot_normal(fan_in, fan_out, rng):
    z = np.abs(rng.standard_normal((fan_in, fan_out)))
    return np.where(rng.random(z.shape) < 0.5, -z, z) * np.sqrt(2 / (fan_in + fan_out))
