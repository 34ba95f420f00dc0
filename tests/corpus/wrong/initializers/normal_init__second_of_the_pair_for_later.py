# wrong: initializers.normal_init: keeps-state
# Box-Muller makes two numbers, and nothing goes to waste
import math
_SPARE = []
def normal_init(fan_in, fan_out, std, rng):
    def one():
        if _SPARE:
            return _SPARE.pop()
        r, t = math.sqrt(-2.0 * math.log(1.0 - rng.random())), 2 * math.pi * rng.random()
        _SPARE.append(r * math.sin(t))
        return r * math.cos(t)
    return std * np.array([[one() for _ in range(fan_out)] for _ in range(fan_in)])
