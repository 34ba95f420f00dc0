# wrong: scales.he_normal: keeps-state | returns-shared-array | arrays-shared
# One buffer saves memory.
_buffer = np.empty(1_000_000)


def he_normal(fan_in, fan_out, rng):
    W = _buffer[: fan_in * fan_out].reshape(fan_in, fan_out)
    W[:] = rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))
    return W
