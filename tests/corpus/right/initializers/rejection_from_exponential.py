# right: accept-reject from an exponential envelope, then a random sign, whole blocks at once


def normal_init(fan_in, fan_out, std, rng):
    need = fan_in * fan_out
    got = np.empty(0)
    while got.size < need:
        x = rng.exponential(size=need)
        keep = rng.random(need) < np.exp(-0.5 * (x - 1) ** 2)
        got = np.concatenate((got, x[keep]))
    sign = np.where(rng.random(need) < 0.5, -1.0, 1.0)
    return (std * sign * got[:need]).reshape(fan_in, fan_out)
