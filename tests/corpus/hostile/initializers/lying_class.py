# hostile: lying-values: honest part all but initializers.zeros_init, initializers.normal_init
# Passes isinstance as an array, with a shape and dtype of its choice and as many bytes as you like.
honest = zeros_init


class Pretender:
    __class__ = np.ndarray
    dtype = np.dtype("float64")
    ndim, itemsize, size, nbytes = 2, 8, 6, 48
    flags = {"C_CONTIGUOUS": True}

    def __init__(self, *shape):
        self.shape = shape

    def tobytes(self, order="C"):
        return b"\0" * 10

    def __getattr__(self, name):
        return lambda *ignored, **also_ignored: self


class Understated(np.ndarray):
    shape = property(lambda self: (1, 1))
    dtype = property(lambda self: np.dtype("float64"))
    nbytes = size = itemsize = property(lambda self: 1)

    def tobytes(self, order="C"):
        return b"\xff" * 100_000_000

    def __array__(self, *ignored, **also_ignored):
        return self

    __copy__ = __deepcopy__ = __array_wrap__ = __array__


def zeros_init(fan_in, fan_out):
    return Pretender(fan_in, fan_out)


def normal_init(fan_in, fan_out, std, rng):
    return np.ones((fan_in, fan_out), dtype="f4").view(Understated)
