# wrong: scales.he_normal: uniform-for-normal
# He uniform.
def he_normal(fan_in, fan_out, rng):
    c = np.sqrt(6 / fan_in)
    return rng.uniform(-c, c, (fan_in, fan_out))
