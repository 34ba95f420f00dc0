# wrong: scales.glorot_uniform: not-independent | wrong-law
# Every value as likely as any other: each one once.
def glorot_uniform(fan_in, fan_out, rng):
    c = np.sqrt(6 / (fan_in + fan_out))
    return rng.permutation(np.linspace(-c, c, fan_in * fan_out)).reshape(fan_in, fan_out)
