# hostile: lying-values: honest part all but initializers.zeros_init, initializers.constant_init
# Claims through array protocols to be memory that is not its own, at addresses that do not exist.
honest = zeros_init


class Elsewhere:
    def __init__(self, address):
        self.__array_interface__ = {
            "version": 3,
            "shape": (3, 2),
            "typestr": "<f8",
            "data": (address, False),
        }


class Changing:
    calls = 0

    def __array__(self, dtype=None, copy=None):
        Changing.calls += 1
        return np.full((3, 2), float(Changing.calls))

    def __array_struct__(self):
        raise SystemExit(0)

    def __len__(self):
        return 10**18

    def __getitem__(self, index):
        return self


def zeros_init(fan_in, fan_out):
    return Elsewhere(0x10)


def constant_init(fan_in, fan_out, value):
    return Changing()
