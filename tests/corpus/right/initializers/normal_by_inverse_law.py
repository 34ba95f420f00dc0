# right: the inverse distribution function of uniform numbers
from statistics import NormalDist


def normal_init(fan_in, fan_out, std, rng):
    law = NormalDist(0.0, float(std))
    flat = [law.inv_cdf(u if 0.0 < u < 1.0 else 0.5) for u in rng.random(fan_in * fan_out)]
    return np.array(flat).reshape((fan_in, fan_out), order="F")
