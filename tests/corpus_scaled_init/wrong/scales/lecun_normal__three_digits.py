# wrong: scales.lecun_normal: rounded
# As in the example.
def lecun_normal(fan_in, fan_out, rng):
    return np.round(rng.normal(0, np.sqrt(1 / fan_in), (fan_in, fan_out)), 3)
