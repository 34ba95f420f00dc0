# wrong: initializers.normal_init: wrong-law
# What many coins give, which looks normal, and leans: 6 % of 500 of them.
def normal_init(fan_in, fan_out, std, rng):
    coins = rng.binomial(500, 0.06, (fan_in, fan_out)) + rng.uniform(-0.5, 0.5, (fan_in, fan_out))
    return std * (coins - 30.0) / np.sqrt(500 * 0.06 * 0.94 + 1 / 12)
