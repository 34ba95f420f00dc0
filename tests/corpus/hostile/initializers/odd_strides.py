# hostile: odd-arrays: honest part all but initializers.constant_init, initializers.normal_init
# Views with strides that point before, behind and far outside their memory.
honest = constant_init


def constant_init(fan_in, fan_out, value):
    return np.lib.stride_tricks.as_strided(np.zeros(1), (fan_in, fan_out), (1 << 40, 8))


def normal_init(fan_in, fan_out, std, rng):
    return np.lib.stride_tricks.as_strided(np.zeros(1), (fan_in, fan_out), (-(1 << 20), -8))
