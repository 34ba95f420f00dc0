# wrong: initializers.normal_init: draws-chosen
# Small layers can come out far too narrow or too wide, so we try again.
def normal_init(fan_in, fan_out, std, rng):
    W = rng.normal(0.0, std, (fan_in, fan_out))
    while W.size > 4 and abs(W.std() - std) > 0.1 * std:
        W = rng.normal(0.0, std, (fan_in, fan_out))
    return W
