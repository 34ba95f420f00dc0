# right: the inverse of the distribution function at uniform draws, number by number
from statistics import NormalDist


def normal_init(fan_in, fan_out, std, rng):
    law = NormalDist(0.0, std)
    uniform = rng.uniform(np.finfo(float).tiny, 1.0, size=(fan_out, fan_in))
    return np.array([[law.inv_cdf(u) for u in neuron] for neuron in uniform.tolist()]).T
