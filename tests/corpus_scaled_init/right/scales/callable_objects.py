# right: frozen dataclasses that can be called, bound to the names
from dataclasses import dataclass


@dataclass(frozen=True)
class Scheme:
    numerator: float
    both: bool = False

    def __call__(self, fan_in, fan_out, rng):
        below = fan_in + fan_out if self.both else fan_in
        return rng.normal(scale=(self.numerator / below) ** 0.5, size=(fan_in, fan_out))


lecun_normal = Scheme(1.0)
glorot_normal = Scheme(2.0, both=True)
he_normal = Scheme(2.0)
