# wrong: initializers.normal_init: not-independent
# Plain chance leaves holes and heaps; I draw one number in each quantile and shuffle them.
def normal_init(fan_in, fan_out, std, rng):
    from statistics import NormalDist

    count = fan_in * fan_out
    u = (np.arange(count) + rng.uniform(0.01, 0.99, count)) / count
    z = np.array([NormalDist().inv_cdf(p) for p in u])
    return std * rng.permutation(z).reshape(fan_in, fan_out)
