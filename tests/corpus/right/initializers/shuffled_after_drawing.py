# right: draws a vector, shuffles it with the same rng (pointless, but still independent)


def normal_init(fan_in, fan_out, std, rng):
    z = rng.normal(size=fan_in * fan_out)
    rng.shuffle(z)
    return np.reshape(z * std, (fan_in, fan_out))
