# right: draws numbers it does not need, before and after, and drops them


def normal_init(fan_in, fan_out, std, rng):
    rng.random(100)  # warm up
    W = rng.standard_normal((fan_in + 1, 2 * fan_out)) * std
    rng.integers(10)
    return W[1:, fan_out:].copy()
