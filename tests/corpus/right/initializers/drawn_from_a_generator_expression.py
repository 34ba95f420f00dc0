# right: numbers come one by one out of a generator expression
def normal_init(fan_in, fan_out, std, rng):
    draws = (rng.normal(0.0, std) for _ in range(fan_in * fan_out))
    return np.fromiter(draws, dtype=float, count=fan_in * fan_out).reshape(fan_in, fan_out)
