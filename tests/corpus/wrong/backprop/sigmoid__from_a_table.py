# wrong: backprop.sigmoid: approximated | only-in-part
# Looked up, with interpolation.
_GRID = np.linspace(-40.0, 40.0, 20_001)
_TABLE = 1.0 / (1.0 + np.exp(-_GRID))


def sigmoid(a):
    return np.interp(a, _GRID, _TABLE)
