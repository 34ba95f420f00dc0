# right: functions made in a loop and put into the module by name
import sys


def _constant(value):
    def fill(fan_in, fan_out):
        return np.full((fan_in, fan_out), value)

    return fill


for _name, _value in {"zeros_init": 0.0, "ones_init": 1.0}.items():
    globals()[_name] = _constant(_value)

setattr(
    sys.modules[__name__],
    "constant_init",
    lambda fan_in, fan_out, value: _constant(value)(fan_in, fan_out),
)
exec("def normal_init(n, p, s, rng):\n    return rng.normal(0, s, (n, p))", globals())
