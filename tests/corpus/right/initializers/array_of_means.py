# right: means and standard deviations given as whole arrays


def normal_init(fan_in, fan_out, std, rng):
    mean = np.zeros([fan_in, fan_out])
    spread = np.full_like(mean, std)
    return rng.normal(mean, spread)
