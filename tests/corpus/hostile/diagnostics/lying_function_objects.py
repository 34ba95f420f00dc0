# hostile: lying-values: honest part everything
# Right functions inside callables that tell nonsense about their name, signature, source and
# origin.
honest_neuron_gap = neuron_gap


class Disguised:
    __signature__ = "three arguments, all of them secret"
    __name__ = __qualname__ = "<script>alert(1)</script>\x1b[31m=1+1"
    __module__ = "autograder.grading\n"
    __doc__ = "x" * 1_000_000
    __annotations__ = None

    def __init__(self, function):
        self.function = function
        self.__wrapped__ = self

    def __call__(self, *arguments, **named):
        return self.function(*arguments, **named)

    def __repr__(self):
        raise SystemExit(0)

    def __getattr__(self, name):
        raise AttributeError(name + "\x1b[2J" * 100)


neuron_gap = Disguised(neuron_gap)
saturated_fraction = Disguised(saturated_fraction)
