# hostile: odd-arrays: honest part all but backprop.train
# Arrays of objects that run code when converted, compared, printed, copied or pickled.
honest = train
import os

TRACE = "/tmp/autograder-hostile-trace-odd_object_dtype"


class Trap:
    def __reduce__(self):
        return os.system, (f"echo unpickled > {TRACE}",)

    def __float__(self):
        os._exit(0)

    __eq__ = __sub__ = __rsub__ = __abs__ = __lt__ = __deepcopy__ = lambda self, *ignored: (
        self.__float__()
    )
    __hash__ = None
    __repr__ = __str__ = __float__


def train(params, X, y, activation, learning_rate, steps):
    trapped = {name: np.full(np.shape(value), Trap()) for name, value in params.items()}
    return [trapped] * (steps + 1)
