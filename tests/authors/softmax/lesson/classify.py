# %% [markdown]
# # Scores, shares, surprise
#
# A classifier gives every class a score; `Z` of shape `(m, k)` holds those of `m` examples, a row
# each. Everything is `float64`; scores may be as large as 900. Leave what you are given as it is.

# %%
import numpy as np


# %%
def softmax(Z):
    """The share of each class: exp of its score over the sum of the exp of all scores of its row.

    Args:
        Z: (m, k).

    Returns:
        (m, k). For Z = [[0, 0]] it is [[0.5, 0.5]].
    """
    ### BEGIN SOLUTION
    # hint: what may be subtracted from all scores of a row without changing a share?
    powers = np.exp(Z - Z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
    ### END SOLUTION


# %%
def cross_entropy(Z, labels):
    """The mean over the examples of −log(share of the right class), a number.

    Args:
        Z: (m, k).
        labels: (m,), int: the number of the right class.

    Returns:
        A float. For Z = [[0, 0]] and labels = [1] it is log 2 = 0.693….
    """
    ### BEGIN SOLUTION
    # hint: the log of a quotient needs no quotient
    shifted = Z - Z.max(axis=1, keepdims=True)
    surprise = np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(Z)), labels]
    return float(surprise.mean())
    ### END SOLUTION


# %%
def cross_entropy_grad(Z, labels):
    """The slope of `cross_entropy` in every score.

    Args:
        Z: (m, k).
        labels: (m,), int.

    Returns:
        (m, k). For Z = [[0, 0]] and labels = [1] it is [[0.5, -0.5]].
    """
    ### BEGIN SOLUTION
    # hint: how does a share of the right class differ from the share that it should have?
    slopes = softmax(Z)
    slopes[np.arange(len(Z)), labels] -= 1.0
    return slopes / len(Z)
    ### END SOLUTION
