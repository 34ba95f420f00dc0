# wrong: initializers.normal_init: std-scaled
# std to the left and std to the right makes 2 * std.
def normal_init(fan_in, fan_out, std, rng):
    rows = [rng.normal(0.0, 2 * std, fan_out) for _ in range(fan_in)]
    return np.stack(rows)
