# wrong: scales.lecun_normal: mirror-pairs
# Antithetic pairs, so that the mean is 0.
def lecun_normal(fan_in, fan_out, rng):
    half = rng.normal(0, np.sqrt(1 / fan_in), (fan_in, (fan_out + 1) // 2))
    return np.concatenate([half, -half], axis=1)[:, :fan_out]
