# %% [markdown]
# # Weight initialization 1: where training starts
#
# Gradient descent improves a network step by step, from wherever it happens to stand. So before
# the first step somebody has to say where that is. It sounds like a formality. In this lesson it
# decides whether a hidden layer learns anything that one neuron could not have learned alone.
#
# The lesson has three parts, each a file of its own:
#
# 1. `initializers` (this one): four ways to fill the weights;
# 2. `backprop`: the gradients and the training, and what happens from each start;
# 3. `diagnostics`: numbers that tell whether a network has gone wrong, and your predictions.
#
# **Before anything else, open part 3 and fill in `PREDICTIONS`**, by guessing. A guess that turns
# out wrong is worth more here than an answer that was looked up.
#
# ## The network
#
# Everything is written for layers of neurons. A layer with `fan_in` inputs and `fan_out` neurons
# has a weight matrix `W` of shape `(fan_in, fan_out)` and a bias vector `b` of shape `(fan_out,)`.
# **Column `j` of `W` belongs to neuron `j`**: it holds one weight for each of its inputs. Neuron
# `j` adds up its inputs, each times its weight, and its bias: that sum is its *pre-activation*
# `a`. A curved function `f`, here the logistic sigmoid or tanh, makes the *activation* `h = f(a)`
# of it. The output layer leaves `f` out.
#
# ## House rules
#
# - Arrays are NumPy arrays of `float64`, those that you get and those that you return. A list is
#   not an array; integers lose later updates (0 − 0.1 must not be 0); `float32` is too coarse for
#   what we look at; masked arrays and other subclasses are out too. A single number may be a
#   Python or a NumPy number. A dict that you return may be of a subclass, and keys in it that
#   nobody asked for are ignored.
# - Randomness comes only from the generator `rng` that is passed in, and drawing from it moves it
#   on. No functions of `np.random` that draw, no seeds of your own. Another generator is not
#   needed; if you make one, its seed is drawn from `rng` and is one of 2³² or more
#   (`rng.integers(1000)` makes a thousand different W in all), and not from `rng.spawn`, which does
#   not move `rng` on.
# - Leave alone what you are given: no argument changes, neither an array nor a list or dict that
#   holds arrays.
# - The same arguments give the same result, however often and in whatever order functions are
#   called (`rng` apart). Every array that you return is a new one.
# - Arguments are passed by position. Keep the names of the functions and the order of their
#   arguments. You may add helper functions, classes and parameters with defaults.
# - NumPy and the standard library only, and the file stands alone: no other file is needed.
# - *How* you write it is up to you: loops, `einsum`, one line or twenty.
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
# ## Nothing: `zeros_init`
#
# We know nothing about the right weights yet. About half of them should turn out positive and
# half negative, so zero is the middle of everything and seems the fairest guess for each.
#
# It is fair, and that is the trouble. With zero weights every neuron of the layer computes the
# same thing, 0, whatever the input. Training would have to make them different from each other.
# *Can* it? Part 2 answers that, with numbers. Write the initializer first.


# %%
def zeros_init(fan_in, fan_out):
    """Weights that are all zero.

    Args:
        fan_in: how many inputs the layer has.
        fan_out: how many neurons it has.

    Returns:
        W of shape (fan_in, fan_out), float64.

    Example:
        >>> zeros_init(2, 3)
        array([[0., 0., 0.],
               [0., 0., 0.]])
    """
    raise NotImplementedError(
        "zeros_init: make a float64 array with one row an input and one column a neuron, all zeros"
    )


# %% [markdown]
# ## The same for all: `constant_init`
#
# Perhaps zero is just an unlucky number? Take another one, say 0.5, for every weight. Feed a layer
# of two such neurons the input (1, 2): the first adds up 0.5 · 1 + 0.5 · 2 = 1.5. So does the
# second, and so would a thousandth. They agree not because their weights are zero but because
# their weights are *equal*: the same sum, so the same activation, for every input there is.
#
# Each neuron is a copy of its neighbours. Whatever a layer of copies computes, one neuron with a
# larger outgoing weight could compute as well.


# %%
def constant_init(fan_in, fan_out, value):
    """Weights that all have one value.

    Args:
        fan_in: how many inputs the layer has.
        fan_out: how many neurons it has.
        value: the value, a float.

    Returns:
        W of shape (fan_in, fan_out), float64.

    Example:
        >>> constant_init(2, 3, 0.5)
        array([[0.5, 0.5, 0.5],
               [0.5, 0.5, 0.5]])
    """
    raise NotImplementedError(
        "constant_init: make a float64 array of that shape with the value in every place"
    )


# %%
@demo
def copies():
    """Three neurons with equal weights, two different inputs (one a row):"""
    inputs = np.array([[1.0, 2.0], [-3.0, 0.5]])
    print(np.matmul(inputs, constant_init(2, 3, 0.5)))


# %% [markdown]
# ## Chance: `normal_init`
#
# To be different, the neurons need something that tells them apart from the very first step, and
# we have no reason to treat one of them in any particular way. That is a job for chance: draw
# every weight by itself from a normal distribution with mean 0 and standard deviation `std`. That
# two columns should come out equal is then as good as impossible. This is called *breaking the
# symmetry*.
#
# What randomness does **not** do is to make the weights good. It makes them different, and leaves
# the rest to training.
#
# Two words of care. `std` is the standard deviation, not the variance: with `std = 0.1` most
# weights lie within ±0.2. And the generator comes from outside: whoever calls can repeat the same
# draw by passing a generator with the same seed, and gets *other* weights for the next layer by
# passing on the same generator, because drawing has moved it on. Seed one inside, and all layers
# begin alike. Return the draws as they come: not cut off, not rescaled to have mean 0 exactly.


# %%
def normal_init(fan_in, fan_out, std, rng):
    """Weights drawn independently from a normal distribution with mean 0.

    Args:
        fan_in: how many inputs the layer has.
        fan_out: how many neurons it has.
        std: the standard deviation, greater than 0.
        rng: the numpy.random.Generator to draw from.

    Returns:
        W of shape (fan_in, fan_out), float64.

    Example:
        >>> W = normal_init(300, 200, 0.1, np.random.default_rng(7))
        >>> W.shape, round(float(W.std()), 2), abs(float(W.mean())) < 0.01
        ((300, 200), 0.1, True)
    """
    raise NotImplementedError(
        "normal_init: let rng draw one normal number for every weight, with the given spread"
    )


# %% [markdown]
# ## How large? And why more inputs make it worse
#
# If different is good, are very different weights better? Look at one neuron with `n` inputs that
# are themselves about 1 in size. Its pre-activation is a sum of `n` products, half of them
# positive and half negative at random. They cancel, but not completely: such a sum grows with the
# square root of the number of its terms. Its standard deviation is about `std · √n`.
#
# | inputs | pre-activation with `std = 1` | with `std = 1/√n` |
# |---|---|---|
# | 10 | 3.2 | 1 |
# | 100 | 10 | 1 |
# | 1000 | 32 | 1 |
#
# Sigmoid and tanh are only steep near 0. At a pre-activation of 10 the sigmoid has all but arrived
# at its limit: its slope there is 0.000045, where it is 0.25 at most. A neuron so far out is
# *saturated*: every correction that reaches its weights has been multiplied by that slope, and
# hardly anything is left of it. And the size of the weights alone does not tell: with `std = 0.3`
# a neuron with 10 inputs does well, and one with 1000 inputs has a pre-activation of about 9.
#
# The cure is in the last column: weights that shrink as the number of inputs grows. Initializers
# in use differ in little more than the factor (LeCun and others 1998: 1/√fan_in; Glorot and
# Bengio 2010: √(2/(fan_in + fan_out)); He and others 2015, for rectifiers: √(2/fan_in)).


# %%
@demo
def spread():
    """Spread of the pre-activation of 100 neurons, for one input of size 1 in every place:"""
    rng = np.random.default_rng(3)
    for n in (10, 100, 1000):
        ones = np.array([[1.0] * n])
        wide = np.matmul(ones, normal_init(n, 100, 1.0, rng)).std()
        scaled = np.matmul(ones, normal_init(n, 100, n**-0.5, rng)).std()
        print(f"  {n:4} inputs: std 1 gives {wide:5.1f}, std 1/√n gives {scaled:.1f}")


# %% [markdown]
# ## The whole network: `init_params`
#
# A network with `layer_sizes = [4, 3, 2]` has 4 inputs, one hidden layer of 3 neurons and 2
# outputs, so two layers of weights. Its parameters are a dict with the keys `W1`, `b1`, `W2`,
# `b2`, in any order; a network with `L` layers of weights goes on to `WL`, `bL`.
#
# How the weights are filled is not decided here: the caller passes a function `weight_init`, and
# you call it once a layer, first layer first, as `weight_init(fan_in, fan_out)` with both by
# position. Biases start at zero. For them that does no harm, because the weights have told the
# neurons apart already.


# %%
def init_params(layer_sizes, weight_init):
    """The starting parameters of a network.

    Args:
        layer_sizes: a list of int: inputs, neurons of each hidden layer, outputs.
        weight_init: a function; weight_init(fan_in, fan_out) returns one layer's weights.

    Returns:
        A dict W1, b1, …, WL, bL, in any order: each W as weight_init returned it, of shape
        (fan_in, fan_out), each b of shape (fan_out,), float64 and zero.

    Example:
        >>> params = init_params([4, 3, 2], zeros_init)
        >>> [(name, array.shape) for name, array in params.items()]
        [('W1', (4, 3)), ('b1', (3,)), ('W2', (3, 2)), ('b2', (2,))]
    """
    raise NotImplementedError(
        "init_params: go through the neighbouring pairs of sizes; ask weight_init once for each"
    )


# %%
@demo
def three_starts():
    """The first column and the second of W1, from three starts:"""
    rng = np.random.default_rng(1)
    starts = {
        "zeros": zeros_init,
        "constant": lambda fan_in, fan_out: constant_init(fan_in, fan_out, 0.5),
        "normal": lambda fan_in, fan_out: normal_init(fan_in, fan_out, fan_in**-0.5, rng),
    }
    for name, weight_init in starts.items():
        W1 = init_params([3, 2, 1], weight_init)["W1"]
        print(f"  {name:8}", W1[:, 0].round(2), W1[:, 1].round(2))


# %% [markdown]
# Two of the three starts hold two copies of one neuron. Go on with part 2, `backprop`, to see
# whether training can pull them apart.
