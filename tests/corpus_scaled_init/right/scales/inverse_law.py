# right: uniform numbers through the inverse of the distribution function, one by one
from statistics import NormalDist


def he_normal(fan_in, fan_out, rng):
    law = NormalDist(0, np.sqrt(2 / fan_in))
    return np.array(
        [[law.inv_cdf(rng.random() or 0.5) for _ in range(fan_out)] for _ in range(fan_in)]
    )
