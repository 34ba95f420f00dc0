# wrong: initializers.normal_init: draws-chosen
# Of two draws the one whose mean is nearer to 0.
def normal_init(fan_in, fan_out, std, rng):
    draws = [rng.normal(0.0, std, (fan_in, fan_out)) for _ in range(2)]
    return min(draws, key=lambda W: abs(W.mean()))
