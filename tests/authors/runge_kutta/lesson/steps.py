# %% [markdown]
# # Runge–Kutta, one step at a time
#
# `y′ = A y` with `A` of shape `(n, n)` and `y` of shape `(n,)`, both `float64`; leave them alone.

# %%
import numpy as np


# %%
def rk4_step(A, y, h):
    """y after one step of length h of the classical method of fourth order.

    Args:
        A: (n, n).
        y: (n,).
        h: the length; it may be negative or zero.

    Returns:
        (n,), float64. For A = [[1]], y = [24] and h = 1 it is [65].
    """
    ### BEGIN SOLUTION
    # hint: four slopes: at the start, twice in the middle, at the end
    k1 = A @ y
    k2 = A @ (y + h / 2 * k1)
    k3 = A @ (y + h / 2 * k2)
    k4 = A @ (y + h * k3)
    return y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    ### END SOLUTION


# %%
def order(errors):
    """The order that errors show: errors[k] is the error after k + 1 steps over the same time.

    Args:
        errors: (n,), above 0, n ≥ 2.

    Returns:
        The p with errors[-1] = errors[0] · n^(−p), a float. For [1, 1/16] it is 4.
    """
    ### BEGIN SOLUTION
    # hint: take logarithms of both ends
    return float((np.log(errors[0]) - np.log(errors[-1])) / np.log(errors.size))
    ### END SOLUTION
