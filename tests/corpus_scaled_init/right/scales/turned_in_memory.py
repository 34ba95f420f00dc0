# right: drawn with a row a unit and turned, so that the result lies in column order
def he_normal(fan_in, fan_out, rng):
    return rng.normal(0.0, np.sqrt(2.0 / fan_in), size=(fan_out, fan_in)).T


def glorot_normal(fan_in, fan_out, rng):
    return np.asfortranarray(rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), (fan_in, fan_out)))
