# right: Box-Muller from uniform numbers, vectorised


def normal_init(fan_in, fan_out, std, rng):
    n = fan_in * fan_out
    pairs = (n + 1) // 2
    u = 1.0 - rng.random(pairs)  # (0, 1], so that the log is finite
    v = rng.random(pairs)
    r = np.sqrt(-2.0 * np.log(u))
    z = np.concatenate([r * np.cos(2 * np.pi * v), r * np.sin(2 * np.pi * v)])
    return std * z[:n].reshape(fan_in, fan_out)
