# right: inverse transform sampling with statistics.NormalDist
from statistics import NormalDist


def normal_init(fan_in, fan_out, std, rng):
    bell = NormalDist(0.0, std)
    W = np.empty((fan_in, fan_out))
    for index in np.ndindex(fan_in, fan_out):
        u = rng.random()
        while u <= 0.0:
            u = rng.random()
        W[index] = bell.inv_cdf(u)
    return W
