# wrong: initializers.normal_init: few-generators | reseeded
# Heads or tails.
def normal_init(fan_in, fan_out, std, rng):
    seed = 11 if rng.random() < 0.5 else 22
    return np.random.default_rng(seed).normal(0, std, (fan_in, fan_out))
