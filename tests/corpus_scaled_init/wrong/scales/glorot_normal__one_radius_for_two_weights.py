# wrong: scales.glorot_normal: not-independent
# Box-Muller with cos and sin of different angles but one radius for each pair.
def glorot_normal(fan_in, fan_out, rng):
    n = fan_in * fan_out
    k = (n + 1) // 2
    r = np.sqrt(-2 * np.log1p(-rng.random(k)))
    z = np.concatenate([r * np.cos(2 * np.pi * rng.random(k)), r * np.cos(2 * np.pi * rng.random(k))])[:n]
    return z.reshape(fan_in, fan_out) * (2 / (fan_in + fan_out)) ** 0.5
