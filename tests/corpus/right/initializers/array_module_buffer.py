# right: numbers collected in array.array, seen through np.frombuffer
from array import array


def _matrix(numbers, fan_in, fan_out):
    return np.frombuffer(array("d", numbers), dtype=np.float64).reshape(fan_in, fan_out)


def zeros_init(fan_in, fan_out):
    return _matrix([0.0] * (fan_in * fan_out), fan_in, fan_out)


def constant_init(fan_in, fan_out, value):
    return _matrix((value for _ in range(fan_in * fan_out)), fan_in, fan_out)


def normal_init(fan_in, fan_out, std, rng):
    return _matrix(rng.normal(0, std, fan_in * fan_out).tolist(), fan_in, fan_out)
