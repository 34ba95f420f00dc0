# right: classes whose __new__ gives back an array, called like functions


class zeros_init:
    def __new__(cls, fan_in, fan_out):
        return np.zeros((fan_in, fan_out))


class constant_init:
    def __new__(cls, fan_in, fan_out, value):
        return zeros_init(fan_in, fan_out) + value


class normal_init:
    def __new__(cls, fan_in, fan_out, std, rng):
        return zeros_init(fan_in, fan_out) + rng.normal(0, std, (fan_in, fan_out))
