# %% [markdown]
# # Initialization for depth 3: predictions, and units that are dead
#
# A ReLU unit is asleep for an example when its pre-activation is not positive: it hands on 0, and
# its slope is 0, so this example teaches it nothing. A unit that is asleep for *every* example is
# dead. No example moves its weights or its bias, and unless the layers below change what reaches
# it, it will be just as dead tomorrow. But first:

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
# ## Predict, then run
#
# Fill in `PREDICTIONS` *before* you work through part 2: `True` or `False` in place of each `None`.
#
# All of them are about stacks of 50 layers as in part 2, every layer with as many units as inputs,
# all biases 0, and 20 examples drawn from a standard normal distribution. "Keeps its level" means:
# for most draws of the weights the spread of the last layer is between a fifth of that of the first
# layer and five times as much.
#
# | key | weights | activation | units a layer | statement |
# |---|---|---|---|---|
# | `lecun_linear` | `lecun_normal` | linear | 200 | keeps its level |
# | `lecun_relu` | `lecun_normal` | ReLU | 200 | keeps its level |
# | `he_relu` | `he_normal` | ReLU | 200 | keeps its level |
# | `he_relu_narrow` | `he_normal` | ReLU | 10 | keeps its level |
# | `glorot_tanh` | `glorot_normal` | tanh | 200 | keeps its level |
# | `he_relu_gradient` | `he_normal` | ReLU | 200 | the gradient keeps its level on the way back |
# | `orthogonal_linear` | orthogonal, gain 1 | linear | 10 | every length stays, to ten digits |
# | `orthogonal_relu` | orthogonal, gain √2 | ReLU | 10 | every length stays, to ten digits |
#
# The last two are about training: plain gradient descent on a ReLU stack, any loss, any number of
# steps.
#
# | key | statement |
# |---|---|
# | `zero_relu_moves` | from weights and biases of 0, some weight or bias of the stack ever moves |
# | `dead_units_wake` | a first layer, dead by its negative biases, ever changes |
#
# Wrong guesses are worth having. When you have seen better, come back and correct them; what is
# graded is what stands here in the end. (You may also have them computed.)


# %%
### BEGIN SOLUTION
PREDICTIONS = {
    "lecun_linear": True,
    "lecun_relu": False,
    "he_relu": True,
    "he_relu_narrow": False,
    "glorot_tanh": False,
    "he_relu_gradient": True,
    "orthogonal_linear": True,
    "orthogonal_relu": False,
    "zero_relu_moves": False,
    "dead_units_wake": False,
}
### END SOLUTION


# %% [markdown]
# ## House rules
#
# - The array that you get is a NumPy array of `float64`. What you return is one number, Python's or
#   NumPy's.
# - The argument does not change, and the same argument gives the same result.
# - Arguments by position. NumPy and the standard library only, and this file stands alone.
# - Loops, helper functions, classes: as you like.


# %% [markdown]
# ## Who is dead: `dead_fraction`
#
# A unit is dead on some examples when its pre-activation is *not positive for any of them*:
# negative or exactly 0, where the slope is 0 as well. What is counted is units, not entries: a unit
# that is awake for a single example among a thousand lives, and learns from that one.


# %%
def dead_fraction(a):
    """The share of the units of a ReLU layer that are dead on these examples.

    Args:
        a: pre-activations of one layer, shape (m, units): a row an example, a column a unit.

    Returns:
        A number from 0.0 to 1.0: how many units have no positive pre-activation, over how many
        there are.

    Example:
        >>> float(dead_fraction(np.array([[1.0, -1.0, 0.0, -5.0], [-1.0, -2.0, 0.0, 1e-9]])))
        0.5
    """
    ### BEGIN SOLUTION
    # hint: for each column, whether any example wakes it; then the share of the others
    awake = np.any(a > 0.0, axis=0)
    return float(1.0 - np.mean(awake))
    ### END SOLUTION


# %% [markdown]
# ## How units die
#
# A first layer with He's weights, 100 inputs drawn from a standard normal distribution, 500 units,
# 100 examples; every unit has one and the same bias. Pre-activations have a spread of √2.
#
# | bias | pre-activations that are not positive | dead units |
# |---|---|---|
# | 0 | 50 % | 0 % |
# | −2 | 92 % | 0 % |
# | −3 | 98 % | 21 % |
# | −4 | 99.7 % | 76 % |
# | −5 | 99.96 % | 97 % |
# | −8 | 100 % | 100 % |
#
# So "ReLU switches half of the units off" is true of pre-activations, and not of units: with a bias
# of 0 every unit is awake for about half of the examples. It takes a bias of several times the
# spread to kill them. One step of training that is far too long will do it.
#
# In depth the sentence becomes true after all. Here is one ReLU stack of 50 layers of 100 units,
# He's weights, biases of 0, 100 examples:
#
# | layer | dead units | mean cosine of the angle between two examples |
# |---|---|---|
# | 1 | 0 % | 0.00 |
# | 5 | 6 % | 0.67 |
# | 10 | 19 % | 0.87 |
# | 20 | 26 % | 0.95 |
# | 50 | 46 % | 1.00 |
#
# Every ReLU layer brings the examples closer to each other, whatever they were, until all point in
# nearly the same direction. Then a unit is awake for all or for none, and half of the units are
# dead at the first step, although every spread is in order. No factor in front of the weights
# helps.
#
# ## From zero
#
# And the start of the first lesson? From weights and biases of 0 every pre-activation of a ReLU
# stack is exactly 0. With the slope 0 there, no gradient comes through any layer: nothing moves,
# not even a bias, for ever. (Had we chosen another slope at 0, the biases of the last layer would
# move and still no weight, since what enters that layer is 0 and stays it. With a linear output
# layer on top the bias of that one moves, and nothing else.) With tanh, whose slope at 0 is 1, the
# last layer's biases move at once.

# %% [markdown] check=units
# `units`: from zero nothing of a ReLU stack moves; large negative biases kill units for good.

# %% [markdown]
# ## In your own words
#
# **Written question.** He's factor 2 is sometimes explained by saying that ReLU halves the variance
# of a signal. Explain to somebody who knows how variances add up what is wrong with that sentence,
# which quantity of a layer's activations the spread of the next layer depends on, why, and why ReLU
# takes half of *that*. A few sentences do. This is read and graded by a person, beside the 100
# points of the checks.

# %% [markdown] answer=why_the_square points=10
# A pre-activation is a sum of activations, each times its weight. The weights are independent of
# each other and of the activations and have mean zero, so in the average of the square of this sum
# all products of different terms vanish, and what stays is the variance of a weight times the sum
# of the squared activations. So the spread of the next layer is set by the mean square of the
# activations about zero; nothing is subtracted, since it is the weights that average to zero and
# not the activations. Pre-activations with random weights are as likely negative as positive, of
# the same sizes. The positive ones pass with their squares unchanged and the others contribute
# nothing, so of the mean square exactly half is left. The variance of the activations is less than
# that half, because their mean is positive, but no later sum depends on it; a factor that restored
# the variance would be too large, and the signal would grow from layer to layer.
