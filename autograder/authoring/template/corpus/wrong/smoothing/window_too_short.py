# wrong: smoothing.moving_average: window-too-short
def moving_average(x, width):
    """Windows that lack their last value."""
    return np.array([x[i : i + width - 1].mean() for i in range(len(x) - width + 1)])
