# wrong: initializers.normal_init: spread-differs | wrong-law
# The first inputs are the important ones.
def normal_init(fan_in, fan_out, std, rng):
    fade = np.linspace(1.5, 0.5, fan_in) if fan_in > 1 else np.ones(1)
    fade = np.sqrt(fade / fade.mean())
    return std * fade[:, None] * rng.normal(size=(fan_in, fan_out))
