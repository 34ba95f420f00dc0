# right: a frozen dataclass that fills, by name of the method
from dataclasses import dataclass


@dataclass(frozen=True)
class Filler:
    value: float = 0.0

    def __call__(self, fan_in, fan_out):
        return np.array([[self.value for _ in range(fan_out)] for _ in range(fan_in)], float)


zeros_init = Filler()


def constant_init(fan_in, fan_out, value):
    return Filler(value)(fan_in, fan_out)
