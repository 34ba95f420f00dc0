# wrong: initializers.normal_init: keeps-state
# Antithetic draws: every second call gives the last weights back with the other sign.
_waiting = []


def normal_init(fan_in, fan_out, std, rng):
    if _waiting:
        return -std * np.resize(_waiting.pop(), (fan_in, fan_out))
    z = rng.standard_normal((fan_in, fan_out))
    _waiting.append(z)
    return std * z
