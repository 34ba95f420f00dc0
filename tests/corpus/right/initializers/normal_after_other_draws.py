# right: numbers of other laws are drawn first and not used, so as many normal ones are passed over by chance
def normal_init(fan_in, fan_out, std, rng):
    dropped = rng.random((fan_in, fan_out)) < 0.0
    rng.permutation(fan_out)
    return np.where(dropped, 0.0, rng.normal(0.0, std, (fan_in, fan_out)))
