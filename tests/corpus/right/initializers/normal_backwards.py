# right: drawn with one row a neuron, turned and read backwards
def normal_init(fan_in, fan_out, std, rng):
    return rng.normal(scale=std, size=(fan_out, fan_in))[::-1].T
