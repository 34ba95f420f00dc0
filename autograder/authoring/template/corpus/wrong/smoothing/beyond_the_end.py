# wrong: smoothing.moving_average: windows-beyond-the-end
def moving_average(x, width):
    """Every place at which a window touches the series."""
    return np.convolve(x, np.ones(width), mode="full") / width
