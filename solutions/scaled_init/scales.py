# %% [markdown]
# # Initialization for depth 1: how large should random weights be?
#
# Random weights make neurons different; that was the subject of `weight_init`, and this lesson goes
# on where it ended. Different is not enough. A layer multiplies what it gets by some factor, the
# next one multiplies again, and fifty layers do it fifty times: 0.9 to the power of 50 is 0.005,
# and 1.1 to the power of 50 is 117. So the factor must be 1, very nearly. This lesson is about the
# random weights that make it 1, about how well they do, and about what else can go wrong in depth.
#
# It has three parts, each a file of its own:
#
# 1. `scales` (this one): five ways to draw the weights of a layer;
# 2. `depth`: what becomes of a signal on its way through many layers, and of the gradient on its
#    way back;
# 3. `dead_units`: units that have stopped learning for good, and your predictions.
#
# **Before anything else, open part 3 and fill in `PREDICTIONS`**, by guessing.
#
# ## House rules
#
# - A layer with `fan_in` inputs and `fan_out` units has weights `W` of shape `(fan_in, fan_out)`:
#   a row an input, **a column a unit**. `fan_in` and `fan_out` are whole numbers from 1 on.
# - Arrays are NumPy arrays of `float64`, those that you get and those that you return. A list is
#   not an array; integers, `float32`, masked arrays and other subclasses are out.
# - Randomness comes only from the generator `rng`, a `numpy.random.Generator`, that is passed in.
#   Use whichever of its methods you like (`normal`, `standard_normal`, `uniform`, `random`, …), and
#   make of the draws what you like; drawing moves it on. The same state gives the same weights,
#   another state other weights. No functions of `np.random` that draw, no seeds of your own.
#   Another generator is not needed; if you make one, its seed is drawn from `rng` and is one of 2³²
#   or more (`rng.integers(1000)` makes a thousand different W in all), and not from `rng.spawn`,
#   which does not move `rng` on.
# - What you return is as it was drawn: not cut off at a bound, not shifted to a mean of exactly 0,
#   not stretched to a spread of exactly what was asked for. The law is asked for, not the draw.
# - The same arguments give the same result, however often and in whatever order functions are
#   called (`rng` apart). Every array that you return is a new one.
# - Arguments are passed by position. Keep the names of the functions and the order of their
#   arguments. You may add helper functions, classes and parameters with defaults.
# - NumPy and the standard library only, and the file stands alone: no other file is needed.
# - *How* you write it is up to you: loops, one line or twenty.
#
# You may work in the notebook or in the script; they are the same lesson. If a name is defined
# twice, the last definition counts. The checks are worth 100 points over the three parts.

# %%
import numpy as np


def demo(show):
    """Run a demonstration, or name the function that it is still waiting for.

    Demonstrations run in a notebook, and when this file is run as a script. Importing the file
    runs none, so a slow one never stands in the way of the checks.
    """
    if __name__ == "__main__":
        print(show.__doc__)
        try:
            from autograder import time_limit  # where it is not installed, nothing is limited
        except ImportError:
            from contextlib import nullcontext as time_limit
        try:
            with time_limit(10):
                show()
        except TimeoutError as slow:
            print(f"  stopped: it {slow}. Is there a loop that never ends?")
        except NotImplementedError as missing:
            print("  waiting for:", str(missing).partition(":")[0])
        except Exception as error:
            print(f"  stopped by {type(error).__name__}: {error}")
    return show


# %% [markdown]
# ## The one sum that decides: `lecun_normal`
#
# A unit adds up its inputs, each times its weight: a = Σₖ hₖ Wₖ. Let the weights be independent,
# with mean 0 and standard deviation s. Squared and averaged over the weights, every mixed term of
# that sum drops out, because the signs of two weights have nothing to do with each other. What is
# left is s² Σₖ hₖ²: the mean square of the pre-activation is `s² · fan_in` times the mean square
# of the inputs. Note what counts of the inputs: their mean *square*, about 0, and not their
# variance about their mean. This will matter below.
#
# Take s = √(1/fan_in), and the factor is 1: a layer that does nothing but add up hands on a signal
# as large as the one that it got. This is the choice of LeCun, Bottou, Orr and Müller ("Efficient
# BackProp", 1998). Their inputs were standardised and their activation was a tanh stretched so
# that it keeps a variance of 1; for a layer without any activation the rule holds as it stands.


# %%
def lecun_normal(fan_in, fan_out, rng):
    """Weights drawn independently from a normal distribution, scaled by the number of inputs.

    Args:
        fan_in: how many inputs the layer has.
        fan_out: how many units it has.
        rng: the numpy.random.Generator to draw from.

    Returns:
        W of shape (fan_in, fan_out), float64: mean 0, standard deviation √(1/fan_in).

    Example:
        >>> W = lecun_normal(400, 100, np.random.default_rng(7))
        >>> W.shape, round(float(W.std()), 3)
        ((400, 100), 0.05)
    """
    ### BEGIN SOLUTION
    # hint: let rng draw a normal number for every weight, with the standard deviation of the text
    return rng.normal(0.0, np.sqrt(1.0 / fan_in), size=(fan_in, fan_out))
    ### END SOLUTION


# %% [markdown]
# ## There and back: `glorot_normal` and `glorot_uniform`
#
# Backpropagation runs through the same weights the other way: an input of the layer collects what
# comes back from all `fan_out` units. By the same sum the gradient keeps its size when
# s = √(1/fan_out). Where a layer has as many units as inputs the two wishes are one. Where it has
# not, Glorot and Bengio ("Understanding the difficulty of training deep feedforward neural
# networks", 2010) put the mean of the two numbers under the root: s = √(2/(fan_in + fan_out)).
#
# Their own experiments drew from a *uniform* distribution. Between −c and c its standard deviation
# is c/√3, so the bound that goes with that s is c = √(6/(fan_in + fan_out)). For the sums above
# only mean, spread and independence of the weights count, so both forms do the same to a signal;
# write both.


# %%
def glorot_normal(fan_in, fan_out, rng):
    """Weights drawn independently from a normal distribution, scaled by both numbers.

    Args:
        fan_in: how many inputs the layer has.
        fan_out: how many units it has.
        rng: the numpy.random.Generator to draw from.

    Returns:
        W of shape (fan_in, fan_out), float64: mean 0, standard deviation √(2/(fan_in + fan_out)).

    Example:
        >>> W = glorot_normal(300, 500, np.random.default_rng(7))
        >>> W.shape, round(float(W.std()), 3)
        ((300, 500), 0.05)
    """
    ### BEGIN SOLUTION
    # hint: as lecun_normal, with the spread that stands between both wishes
    return rng.normal(0.0, np.sqrt(2.0 / (fan_in + fan_out)), size=(fan_in, fan_out))
    ### END SOLUTION


# %%
def glorot_uniform(fan_in, fan_out, rng):
    """Weights drawn independently from a uniform distribution, scaled by both numbers.

    Args:
        fan_in: how many inputs the layer has.
        fan_out: how many units it has.
        rng: the numpy.random.Generator to draw from.

    Returns:
        W of shape (fan_in, fan_out), float64: every value between −√(6/(fan_in + fan_out)) and
        √(6/(fan_in + fan_out)) as likely as any other.

    Example:
        >>> W = glorot_uniform(300, 300, np.random.default_rng(7))
        >>> W.shape, round(float(W.min()), 3), round(float(W.max()), 3)
        ((300, 300), -0.1, 0.1)
    """
    ### BEGIN SOLUTION
    # hint: the bound of the text, on both sides of 0
    bound = np.sqrt(6.0 / (fan_in + fan_out))
    return rng.uniform(-bound, bound, size=(fan_in, fan_out))
    ### END SOLUTION


# %% [markdown]
# ## Half of the square: `he_normal`
#
# The rectifier, ReLU, hands on what is positive and makes 0 of the rest. Pre-activations are as
# often negative as positive, so half of their mean square is lost in every layer. To make up for
# it, the weights' variance is doubled: s = √(2/fan_in) (He, Zhang, Ren and Sun, "Delving deep into
# rectifiers", 2015).
#
# One often reads that ReLU halves the *variance*. It does not. The variance of ReLU of a standard
# normal number is ½ − 1/(2π) = 0.341, because its mean is no longer 0. If the variance were what
# the next layer feels, the factor would have to be 1/0.341 = 2.93; with that one the signal would
# grow 1.21-fold in every layer, fourteen-thousandfold in fifty. Look back at the sum: what the next
# layer feels is the mean square, and that is ½ exactly.
#
# (Names in libraries are no guarantee. What Keras calls `he_normal` cuts the normal distribution
# off at two standard deviations and widens it again to make up for it; what PyTorch gives a linear
# layer when nobody asks has a third of LeCun's variance. Here no distribution is cut off.)


# %%
def he_normal(fan_in, fan_out, rng):
    """Weights drawn independently from a normal distribution, scaled for ReLU.

    Args:
        fan_in: how many inputs the layer has.
        fan_out: how many units it has.
        rng: the numpy.random.Generator to draw from.

    Returns:
        W of shape (fan_in, fan_out), float64: mean 0, standard deviation √(2/fan_in).

    Example:
        >>> W = he_normal(800, 100, np.random.default_rng(7))
        >>> W.shape, round(float(W.std()), 3)
        ((800, 100), 0.05)
    """
    ### BEGIN SOLUTION
    # hint: as lecun_normal, with twice the variance
    return rng.normal(0.0, np.sqrt(2.0 / fan_in), size=(fan_in, fan_out))
    ### END SOLUTION


# %%
@demo
def halves():
    """Mean square and variance after ReLU, of a million normal numbers with variance 1:"""
    a = np.random.default_rng(1).normal(size=1_000_000)
    h = np.where(a < 0.0, 0.0, a)
    print(f"  mean square {np.mean(h**2):.3f}, variance {np.var(h):.3f}")


# %% [markdown]
# ## Exactly 1: `orthogonal_init`
#
# All of the above holds *on average*. A single layer is off by a little, its neighbour by another
# little, and in part 2 you will see what these add up to. There are matrices that are not off at
# all: those whose columns have length 1 and are at right angles to each other. Such a square matrix
# turns and mirrors the inputs and changes no length. Saxe, McClelland and Ganguli ("Exact solutions
# to the nonlinear dynamics of learning in deep linear neural networks", 2013) start from them.
#
# Not every layer is square. This is what is asked for:
#
# - `fan_in ≥ fan_out`: the *columns* have length `gain` each and are at right angles: WᵀW = gain² ·
#   1;
# - `fan_in ≤ fan_out`: the *rows* have length `gain` each and are at right angles: WWᵀ = gain² · 1;
# - for a square W both, which is one and the same condition;
# - drawn **uniformly**: of all such matrices none is more likely than another. Turned by whatever
#   rotation, or mirrored, a matrix is as likely as before. In particular every weight is as often
#   negative as positive.
#
# Lengths and right angles hold to eight digits. These weights are *not* independent: all but the
# last column decide a good deal about the last.
#
# The usual way is to draw a normal matrix and take Q of its QR decomposition; if you go it, mind
# two things. `np.linalg.qr` gives a Q of the shape that you want only for a matrix with at least as
# many rows as columns. And its Q is not uniform: LAPACK chooses signs such that the first weight of
# Q is negative *every time* (try it), and a matrix of size 1 × 1 always gives 1. The decomposition
# is unique once the diagonal of R is positive: multiply every column of Q by the sign of its entry
# on that diagonal, and it is uniform (Mezzadri, "How to generate random matrices from the classical
# compact groups", 2007). Other ways are right as well. (Gram and Schmidt's, which subtracts from
# each column what it has of those before, loses twice as many digits as it should when two columns
# happen to be nearly parallel; done twice, it keeps them.)


# %%
def orthogonal_init(fan_in, fan_out, gain, rng):
    """Orthogonal weights, drawn uniformly among all that there are.

    Args:
        fan_in: how many inputs the layer has.
        fan_out: how many units it has.
        gain: the length of the columns, or of the rows of a W that is wider than high; above 0.
        rng: the numpy.random.Generator to draw from.

    Returns:
        W of shape (fan_in, fan_out), float64.

    Example:
        >>> W = orthogonal_init(3, 2, 2.0, np.random.default_rng(7))
        >>> np.round(W.T @ W, 12) + 0.0
        array([[4., 0.],
               [0., 4.]])
    """
    ### BEGIN SOLUTION
    # hint: decompose a normal matrix that is high enough, settle the signs, turn it if need be
    high = (max(fan_in, fan_out), min(fan_in, fan_out))
    columns, triangle = np.linalg.qr(rng.standard_normal(high))
    W = gain * columns * np.sign(np.diag(triangle))
    return W if fan_in >= fan_out else W.T
    ### END SOLUTION


# %%
@demo
def lengths():
    """Length of one signal after each of five layers of 20, with and without exact lengths:"""
    rng = np.random.default_rng(2)
    start = rng.normal(size=20)
    for name, weight_init in {
        "LeCun": lecun_normal,
        "orthogonal": lambda n, k, rng: orthogonal_init(n, k, 1.0, rng),
    }.items():
        h, row = start, []
        for _ in range(5):
            h = np.matmul(h, weight_init(20, 20, rng))
            row.append(np.linalg.norm(h) / np.linalg.norm(start))
        print(f"  {name:11}", " ".join(f"{length:.4f}" for length in row))


# %% [markdown]
# Five ways to draw, and four of them differ in one factor. Go on with part 2, `depth`, to see what
# fifty layers make of it.
