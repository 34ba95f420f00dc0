# hostile: lying-values: honest part all but diagnostics.neuron_gap, diagnostics.relative_gradient
# Numbers that equal every other, lie nowhere apart, and convert to something else each time.
honest = neuron_gap
import itertools

turn = itertools.cycle((0.0, 0.25, 0.5, 1.0, 2.0))


class Chameleon(float):
    def __eq__(self, other):
        return True

    __le__ = __ge__ = __eq__
    __ne__ = __lt__ = __gt__ = lambda self, other: False
    __hash__ = float.__hash__
    __sub__ = __rsub__ = __add__ = __radd__ = lambda self, other: 0.0

    def __abs__(self):
        return 0.0

    def __float__(self):
        return next(turn)

    def __repr__(self):
        return "0.5"

    __str__ = __repr__


def neuron_gap(W):
    return Chameleon(-7.0)


def relative_gradient(a, activation):
    return np.float64(-7.0).view(type("Chameleon", (np.float64,), {"__eq__": lambda *both: True}))
