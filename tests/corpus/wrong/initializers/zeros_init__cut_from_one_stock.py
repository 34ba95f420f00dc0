# wrong: initializers.zeros_init: arrays-shared | returns-shared-array | keeps-state
# Zeros are zeros: keep a large stock of them and hand out pieces.
STOCK = np.zeros(1_000_000)


def zeros_init(fan_in, fan_out):
    return STOCK[: fan_in * fan_out].reshape(fan_in, fan_out)
