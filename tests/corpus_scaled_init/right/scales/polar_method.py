# right: normal numbers by Marsaglia's polar method, with rejection
def glorot_normal(fan_in, fan_out, rng):
    numbers = []
    while len(numbers) < fan_in * fan_out:
        u, v = rng.uniform(-1, 1, 2)
        s = u * u + v * v
        if 0.0 < s < 1.0:
            factor = np.sqrt(-2.0 * np.log(s) / s)
            numbers += [u * factor, v * factor]
    z = np.array(numbers[: fan_in * fan_out]).reshape(fan_in, fan_out)
    return z * np.sqrt(2.0 / (fan_in + fan_out))
