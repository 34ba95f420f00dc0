# %% [markdown]
# # Ridge regression
#
# Least squares with a price on large weights: `½ ‖X w − y‖² + ½ penalty ‖w‖²`, penalty > 0.
# `X` is `(m, n)`, `y` is `(m,)`, both `float64`; leave them as they are.

# %%
import numpy as np


# %%
def ridge(X, y, penalty):
    """The weights w with the smallest loss, for any m and n from 1 on.

    Args:
        X: (m, n).
        y: (m,).
        penalty: a number above 0.

    Returns:
        (n,), float64. For X = [[1]], y = [4] and a penalty of 1 it is [2].
    """
    ### BEGIN SOLUTION
    # hint: where the slope of the loss is zero, w solves a linear system
    return np.linalg.solve(X.T @ X + penalty * np.eye(X.shape[1]), X.T @ y)
    ### END SOLUTION
