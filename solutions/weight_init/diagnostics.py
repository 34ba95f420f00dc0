# %% [markdown]
# # Weight initialization 3: predictions, and numbers that tell what is wrong
#
# A network that started badly does not crash. Its loss even falls for a while. To see what is
# going on inside one has to measure: are the neurons still copies of each other? Do they still
# stand where the activation is steep? This part makes three such numbers. But first:

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
# They are about a network with one hidden layer of several neurons. The inputs are distinct, the
# targets do not average to zero, training is plain gradient descent, biases start at zero unless
# it says otherwise, and the arithmetic is exact. `W1` leads into the hidden layer, `W2` out of it.
#
# After some steps, have the **hidden neurons become different** from each other?
#
# | key | the start |
# |---|---|
# | `all_zero` | every weight is 0 |
# | `all_one_half` | every weight is 0.5 |
# | `first_random_second_zero` | `W1` random, `W2` zero |
# | `first_constant_second_random` | `W1` one value throughout, `W2` random |
# | `zero_with_random_hidden_biases` | every weight 0, the hidden biases random |
# | `one_random_column_repeated` | every column of `W1` the same random column, `W2` one value |
#
# Everything starts at zero, biases too. Does **`W1` ever leave zero**?
#
# | key | the hidden layer |
# |---|---|
# | `sigmoid_first_layer_moves` | sigmoid |
# | `tanh_first_layer_moves` | tanh |
#
# Wrong guesses are worth having. When you have seen better, in part 2 or by an experiment of your
# own, come back and correct them; what is graded is what stands here in the end. (You may also
# have them computed, if you would rather write code than values.)


# %%
### BEGIN SOLUTION
PREDICTIONS = {
    "all_zero": False,
    "all_one_half": False,
    "first_random_second_zero": True,
    "first_constant_second_random": True,
    "zero_with_random_hidden_biases": True,
    "one_random_column_repeated": False,
    "sigmoid_first_layer_moves": True,
    "tanh_first_layer_moves": False,
}
### END SOLUTION


# %% [markdown]
# ## House rules
#
# - Arrays that you get are NumPy arrays of `float64`. What each of the three functions returns is
#   one number, Python's or NumPy's, and finite.
# - No argument changes, and the same arguments give the same result, in any order of calling.
# - Results are right for pre-activations from −1000 to 1000, and a warning about overflow on the
#   way does not matter.
# - Arguments by position (`tol` also by name). NumPy and the standard library only, and this file
#   stands alone: where you need the slope of an activation, write it here again.
# - Loops, helper functions, classes: as you like.


# %% [markdown]
# ## Are the neurons copies? `neuron_gap`
#
# Neuron `j` is column `j` of `W`, so "the neurons have become different" means that columns have
# become different. The gap is the *largest* Euclidean distance between two columns (any two, not
# just neighbours), divided by the *largest* Euclidean length of a column. Dividing makes it a
# pure number: multiply all weights by 1000, or by a millionth, and the gap stays what it was.
#
# It is 0 for copies. A layer with a single neuron, and one whose columns are all zero, has gap 0.0
# as well; test for that case, and add no small number to the divisor to dodge it, because small
# weights are small, not zero.


# %%
def neuron_gap(W):
    """How different the neurons of a layer are, relative to their size.

    Args:
        W: weights, shape (fan_in, fan_out), one column a neuron.

    Returns:
        The largest distance between two columns over the largest length of a column; 0.0 when
        there is one column or all are zero.

    Example:
        >>> float(neuron_gap(np.array([[3.0, 0.0], [0.0, 4.0]])))
        1.25
    """
    ### BEGIN SOLUTION
    # hint: the largest distance between any two columns, over the largest length of one
    columns = W.T
    longest = np.linalg.norm(columns, axis=1).max()
    if longest == 0.0:
        return 0.0
    widest = max(np.linalg.norm(columns - column, axis=1).max() for column in columns)
    return widest / longest
    ### END SOLUTION


# %%
@demo
def gaps():
    """Copies, nearly copies, and four neurons that are two and their mirror images:"""
    copies = np.array([[0.5, 0.5, 0.5, 0.5], [2.0, 2.0, 2.0, 2.0]])
    nudged = copies + np.array([[0.0, 0.0, 0.0, 1e-12], [0.0, 0.0, 0.0, 0.0]])
    mirrored = np.array([[0.5, -0.5, 1.0, -1.0], [2.0, -2.0, 0.3, -0.3]])
    for name, W in {"copies": copies, "nudged": nudged, "mirrored": mirrored}.items():
        print(f"  {name:9}{neuron_gap(W):8.1e}")


# %% [markdown]
# The second result is why nobody should ask for a gap of *exactly* 0 after training: additions in
# another order leave differences of about that size, and they mean nothing.
#
# The third is why a large gap is not a certificate. Take them for tanh neurons with biases 0: half
# of them are the other half with the sign turned, and tanh(−a) = −tanh(a), so this layer can say no
# more than two neurons could.
# Different is what neurons must become; it is not all that they need.
#
# ## Have they hit the wall? `saturated_fraction`
#
# A sigmoid's value lies between its limits 0 and 1, that of tanh between −1 and 1. We call an
# activation saturated when it is within `tol` of *one of its limits*, either of them; `tol` is an
# absolute distance. The result is a share: 0 when no entry is saturated, 1 when all are.


# %%
def saturated_fraction(h, activation, tol=0.01):
    """The share of a layer's activations that are close to a limit.

    Args:
        h: activations, of any shape.
        activation: "sigmoid" or "tanh", which h came out of.
        tol: how close, as an absolute distance, more than 0 and less than ½.

    Returns:
        A number from 0.0 to 1.0.

    Example:
        >>> h = np.array([[0.001, 0.5], [0.2, 0.999]])
        >>> float(saturated_fraction(h, "sigmoid")), float(saturated_fraction(h, "tanh"))
        (0.5, 0.25)
    """
    ### BEGIN SOLUTION
    # hint: which limits does this activation have; how many entries are close to either of them
    if activation == "sigmoid":
        distance = np.minimum(h, 1.0 - h)
    else:
        distance = 1.0 - np.abs(h)
    return float(np.mean(distance <= tol))
    ### END SOLUTION


# %% [markdown]
# ## How much slope is left? `relative_gradient`
#
# What reaches the weights of a neuron has been multiplied by the slope f′(a), so the mean slope
# of a layer says how much of what comes back gets through. To compare activations, divide the
# mean by the largest slope that the function has anywhere: 1 then means that every neuron stands
# at its steepest point. Mind that the argument is the *pre-activation*.


# %%
def relative_gradient(a, activation):
    """The mean slope of a layer, relative to the steepest that its activation can be.

    Args:
        a: pre-activations, of any shape.
        activation: "sigmoid" or "tanh".

    Returns:
        A number from 0.0 to 1.0.

    Example:
        >>> float(relative_gradient(np.array([0.0, 500.0]), "tanh"))
        0.5
    """
    ### BEGIN SOLUTION
    # hint: the slope at every pre-activation, their mean, over the largest slope there is
    if activation == "sigmoid":
        shrunk = np.exp(-np.abs(a))  # the slope is even in a, and this never overflows
        slope, steepest = shrunk / (1.0 + shrunk) ** 2, 0.25
    else:
        slope, steepest = 1.0 - np.tanh(a) ** 2, 1.0
    return float(np.mean(slope) / steepest)
    ### END SOLUTION


# %% [markdown]
# ## Watching a layer saturate
#
# The pre-activations of a layer with random weights are spread like a normal distribution with
# some standard deviation S. In part 1 you saw what makes S: the size of the weights, times the
# square root of the number of inputs. With weights and inputs of size 1, S = 10 means 100 inputs
# and S = 30 means 900. Guess before you run: at S = 10, which share of a sigmoid layer is
# saturated? Of a tanh layer?


# %%
@demo
def saturation():
    """Saturated share and relative gradient of 1000 neurons at equal steps of probability:"""
    from statistics import NormalDist

    spread = np.array([NormalDist().inv_cdf((i + 0.5) / 1000) for i in range(1000)])
    print("      S   tanh: saturated, relative gradient   sigmoid: relative gradient")
    for size in (0.1, 1, 3, 10, 30, 100):
        a = size * spread
        share, left = saturated_fraction(np.tanh(a), "tanh"), relative_gradient(a, "tanh")
        print(f"  {size:5}   {share:15.3f}{left:19.3f}{relative_gradient(a, 'sigmoid'):29.3f}")


# %% [markdown]
# For the share of saturated sigmoids take your own `sigmoid` from part 2. The whole table:
#
# | S | sigmoid: saturated | relative gradient | tanh: saturated | relative gradient |
# |---|---|---|---|---|
# | 0.1 | 0.000 | 0.998 | 0.000 | 0.990 |
# | 1 | 0.000 | 0.827 | 0.008 | 0.606 |
# | 3 | 0.126 | 0.459 | 0.378 | 0.255 |
# | 10 | 0.646 | 0.157 | 0.792 | 0.079 |
# | 30 | 0.878 | 0.053 | 0.930 | 0.027 |
# | 100 | 0.964 | 0.016 | 0.978 | 0.008 |
#
# Up to S = 1 nearly every neuron is awake. At S = 30 nearly every neuron sleeps, with either
# function; tanh, whose flanks are steeper, gets there earlier.
#
# Look at how slowly the *mean* slope falls, though: from S = 10 on, ten times the spread leaves a
# tenth of it, no less. The mean is kept up by the few neurons near 0. The neuron in the middle
# fares far worse: at S = 10 half of the pre-activations lie beyond ±6.7, where the slope of tanh
# is 5.5e-06. When somebody says that the gradient is small, ask: the mean, the median, or the
# largest? Part 2 ends with a network in which they go opposite ways.
#
# ## What to take home
#
# | the start | neurons | slope | what becomes of the hidden layer |
# |---|---|---|---|
# | all weights equal | copies | plenty | it learns, as one neuron would |
# | random, of size 1/√fan_in | different | plenty | it learns |
# | random, far larger | different | next to none | most of it stays where chance put it |
#
# And now go back to the top: are your predictions still what you think?
