# wrong: initializers.zeros_init: returns-shared-array
# One big sheet of zeros, and every layer cuts its piece.
_SHEET = np.zeros((600, 600))


def zeros_init(fan_in, fan_out):
    if max(fan_in, fan_out) > 600:
        return np.zeros((fan_in, fan_out))
    return _SHEET[:fan_in, :fan_out]
