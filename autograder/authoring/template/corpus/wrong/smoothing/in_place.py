# wrong: smoothing.moving_average: changes-its-arguments | returns-shared-array
def moving_average(x, width):
    """The means are written over the series, and a part of it is returned."""
    for i in range(len(x) - width + 1):
        x[i] = x[i : i + width].mean()
    return x[: len(x) - width + 1]
