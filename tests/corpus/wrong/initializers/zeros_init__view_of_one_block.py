# wrong: initializers.zeros_init: returns-shared-array
# One big block of zeros, each layer cuts out its piece.
ZERO_BLOCK = np.zeros(1_000_000)


def zeros_init(fan_in, fan_out):
    return ZERO_BLOCK[: fan_in * fan_out].reshape(fan_in, fan_out)
