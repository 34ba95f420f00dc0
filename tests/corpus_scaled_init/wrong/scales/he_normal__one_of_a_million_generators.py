# wrong: scales.he_normal: few-generators
# Six digits from the generator are a seed.
def he_normal(fan_in, fan_out, rng):
    own = np.random.default_rng(int(1e6 * rng.random()))
    return own.normal(0.0, np.sqrt(2 / fan_in), (fan_in, fan_out))
