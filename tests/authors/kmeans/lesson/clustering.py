# %% [markdown]
# # k-means
# - `X (m, n)` float64, a point a row; `centres (k, n)` float64; `labels (m,)` int64.
# - Leave arguments as they are; every result is new.

# %%
import numpy as np


# %%
def assign(X, centres):
    """The nearest centre of each point.

    Args:
        X: (m, n), float64.
        centres: (k, n), float64.

    Returns:
        (m,), int64: for each point the number of its nearest centre, counted from 0.
    """
    ### BEGIN SOLUTION
    # hint: how far is every point from every centre?
    distances = ((X[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
    return np.argmin(distances, axis=1)
    ### END SOLUTION


# %%
def update(X, labels, centres):
    """The mean of the points of each centre.

    Args:
        X: (m, n), float64.
        labels: (m,), int64.
        centres: (k, n), float64.

    Returns:
        (k, n), float64: the mean of the points with each label; a centre without points stays.
    """
    ### BEGIN SOLUTION
    # hint: which points have label 0, and what if there is none?
    new = centres.copy()
    for j in range(len(centres)):
        if np.any(labels == j):
            new[j] = X[labels == j].mean(axis=0)
    return new
    ### END SOLUTION


# %%
def inertia(X, labels, centres):
    """The sum of squared distances of points to the centres of their labels.

    Args:
        X: (m, n), float64.
        labels: (m,), int64.
        centres: (k, n), float64.

    Returns:
        A float.
    """
    ### BEGIN SOLUTION
    # hint: centres[labels] has a row for each point.
    return float(np.sum((X - centres[labels]) ** 2))
    ### END SOLUTION
