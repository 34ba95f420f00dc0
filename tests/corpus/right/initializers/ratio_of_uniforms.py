# right: Kinderman and Monahan's ratio of uniforms, with rejection
import math

EDGE = math.sqrt(2 / math.e)


def normal_init(fan_in, fan_out, std, rng):
    def one():
        while True:
            u = 1.0 - rng.random()
            v = rng.uniform(-EDGE, EDGE)
            z = v / u
            if z * z <= -4.0 * math.log(u):
                return std * z

    return np.array([one() for _ in range(fan_in * fan_out)]).reshape(fan_in, fan_out)
