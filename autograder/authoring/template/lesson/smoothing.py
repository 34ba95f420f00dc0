# %% [markdown]
# # Smoothing a series
#
# A series of measurements jumps up and down. The mean of a few neighbours jumps less: a *window*
# of `width` values moves along the series, and every place that it can take gives one mean.
#
# - `x` is a NumPy array of `float64`, of shape `(n,)`; `width` is a whole number from 1 to `n`.
# - Leave `x` as it is, and return a new array of `float64`.

# %%
import numpy as np


# %%
def moving_average(x, width):
    """The means of all windows of a series.

    Args:
        x: (n,), float64.
        width: how many values a window holds, 1 ≤ width ≤ n.

    Returns:
        (n − width + 1,), float64: the mean of each window, from left to right.
        For x = [1, 3, 5, 7] and a width of 2 it is [2, 4, 6].
    """
    ### BEGIN SOLUTION
    # hint: how many windows are there, and which values does the first one hold?
    weights = np.full(width, 1.0 / width)
    return np.convolve(x, weights, mode="valid")
    ### END SOLUTION
