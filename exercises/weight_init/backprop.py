# %% [markdown]
# # Weight initialization 2: gradients, training, and what symmetry does to them
#
# In this part you write backpropagation for a network with any number of layers, train it, and
# watch two neurons: from zero, from one value for all, from random values, from random values that
# are too large. Have you filled in `PREDICTIONS` in part 3? Do it now; this part gives it away.
#
# ## Notation
#
# - `X` has shape `(m, n_in)`: `m` examples, **one a row**. `y` has shape `(m, n_out)`, also when
#   there is one output.
# - Layer `l` has weights `Wl` of shape `(fan_in, fan_out)` and biases `bl` of shape `(fan_out,)`.
#   `params` is a dict with the keys `W1`, `b1`, …, `WL`, `bL`, for any `L ≥ 1`; in a dict that
#   you return their order does not matter.
# - Pre-activation `a`, one row an example, one column a neuron; activation `h = f(a)`. The hidden
#   layers' `f` is `"sigmoid"` or `"tanh"`; **the output layer is linear**, its activation is `a`.
# - Loss: half the squared error, summed over the outputs, averaged over the examples:
#   loss = 1/m · Σᵢ ½ Σⱼ (ŷᵢⱼ − yᵢⱼ)², where ŷ is what the output layer says.
# - A gradient is the derivative of the loss with respect to one array, and has its shape.
#
# ## House rules
#
# - Arrays are NumPy arrays of `float64`, in and out: no lists in their place, no integers, no
#   `float32`, no masked arrays or other subclasses. Single numbers may be Python's or NumPy's.
#   What you return may be a tuple instead of a list, a subclass of `dict` instead of a dict, and
#   keys in it that nobody asked for are ignored.
# - No argument changes: no array, and no list or dict that holds arrays. The same arguments give
#   the same result, in any order of calling, whatever you may keep between calls.
# - Every array that you return is a new one. Three may be what you were given: `h[0]` may be `X`,
#   `h[L]` may be the very array `a[L-1]`, and `history[0]` may be `params`.
# - Values are right and finite for pre-activations from −1000 to 1000, activations and their
#   derivatives to within 10⁻¹². A warning about overflow does not matter; a `nan` does.
# - Small cases count: no hidden layer (`L = 1`), one example, 0 steps of training.
# - Gradients follow the chain rule, for all parameters together on one way back. A pass for each
#   parameter, as when every weight is nudged and the loss measured (finite differences), is a fine
#   way to test your code and is not accepted in its place.
# - Arguments by position; NumPy and the standard library only; the file stands alone. Loops or
#   matrix products, helper functions, classes: as you like.

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
# ## Activations and their slopes
#
# The logistic sigmoid squeezes any number into the range from 0 to 1: σ(a) = 1 / (1 + e⁻ᵃ). Mind
# both ends: at a = −1000 that exponential is more than a float can hold, and other ways of writing
# the same formula break at +1000. Try yours at both.


# %%
def sigmoid(a):
    """The logistic function, entry by entry.

    Args:
        a: pre-activations, of any shape.

    Returns:
        h, of the shape of a; every entry from 0 to 1.

    Example:
        >>> sigmoid(np.array([0.0, 1000.0, -1000.0]))
        array([0.5, 1. , 0. ])
    """
    raise NotImplementedError("sigmoid: the formula above, for every entry, finite at both ends")


# %% [markdown]
# Backpropagation needs the slope: how fast does `h` change with `a`? For both functions the slope
# can be written with the function's own value, which is why they became popular. But the argument
# of both functions below is the **pre-activation** `a`, not `h`. At a = 0 the sigmoid has its
# largest slope, 0.25, and tanh has 1. Derive the rest.


# %%
def sigmoid_grad(a):
    """The derivative of the sigmoid with respect to its pre-activation, entry by entry.

    Args:
        a: pre-activations, of any shape.

    Returns:
        The slopes, of the shape of a.

    Example:
        >>> sigmoid_grad(np.array([0.0, 1000.0]))
        array([0.25, 0.  ])
    """
    raise NotImplementedError(
        "sigmoid_grad: the slope at the pre-activation a; it can be said in terms of the activation"
    )


# %%
def tanh_grad(a):
    """The derivative of tanh with respect to its pre-activation, entry by entry.

    Args:
        a: pre-activations, of any shape.

    Returns:
        The slopes, of the shape of a.

    Example:
        >>> tanh_grad(np.array([0.0, 1000.0]))
        array([1., 0.])
    """
    raise NotImplementedError(
        "tanh_grad: the slope at the pre-activation a; it can be said in terms of the activation"
    )


# %% [markdown]
# ## Forward
#
# One layer first. Neuron `j` adds up, for each example, its inputs times its weights, and its
# bias: aᵢⱼ = Σₖ hᵢₖ Wₖⱼ + bⱼ.


# %%
def layer_forward(h_prev, W, b):
    """The pre-activations of one layer.

    Args:
        h_prev: what comes into the layer, shape (m, fan_in).
        W: weights, shape (fan_in, fan_out).
        b: biases, shape (fan_out,).

    Returns:
        a, shape (m, fan_out).

    Example:
        >>> layer_forward(np.array([[1.0, 2.0]]), np.array([[0.1], [0.4]]), np.array([3.0]))
        array([[3.9]])
    """
    raise NotImplementedError(
        "layer_forward: for every example and neuron, the weighted sum of the inputs, and the bias"
    )


# %% [markdown]
# Now all layers, one after the other. Keep everything on the way, because the backward pass needs
# it: the pre-activations of all layers, and the activations, of which the first is `X` itself.


# %%
def forward(params, X, activation):
    """All pre-activations and activations of a network.

    Args:
        params: W1, b1, …, WL, bL.
        X: inputs, shape (m, n_in).
        activation: "sigmoid" or "tanh", for the hidden layers; the output layer is linear.

    Returns:
        Two lists, (a, h): a = [a1, …, aL] and h = [X, h1, …, h(L-1), aL].

    Example:
        >>> params = {"W1": np.array([[0.5]]), "b1": np.array([0.0]),
        ...           "W2": np.array([[2.0]]), "b2": np.array([1.0])}
        >>> a, h = forward(params, np.array([[0.0]]), "sigmoid")
        >>> a[1], len(h)
        (array([[2.]]), 3)
    """
    raise NotImplementedError(
        "forward: layer by layer, the last one without an activation; keep every a and every h"
    )


# %% [markdown]
# ## Backward
#
# Backpropagation carries one thing from layer to layer, from the last to the first:
# `delta`, the derivative of the loss with respect to a layer's pre-activations, of shape
# `(m, fan_out)`. With `delta` in hand, ask for each array of the layer which sums it goes into:
#
# - Wₖⱼ is multiplied by hᵢₖ and goes into aᵢⱼ, once for every example i. So
#   ∂loss/∂Wₖⱼ = Σᵢ hᵢₖ δᵢⱼ.
# - bⱼ goes into aᵢⱼ as it is, once for every example.
# - hᵢₖ is multiplied by Wₖⱼ and goes into aᵢⱼ, once for every **neuron** j.
#
# Where something goes into several sums, its effects add up. There is no averaging here: the 1/m
# of the loss is in `delta` from the start.


# %%
def layer_backward(delta, h_prev, W):
    """The gradients of one layer.

    Args:
        delta: derivative of the loss with respect to the layer's a, shape (m, fan_out).
        h_prev: what came into the layer, shape (m, fan_in).
        W: its weights, shape (fan_in, fan_out).

    Returns:
        (dW, db, dh_prev): derivatives with respect to W, b and h_prev, each of its shape.

    Example:
        >>> dW, db, dh_prev = layer_backward(
        ...     np.array([[1.0], [2.0]]), np.array([[3.0], [4.0]]), np.array([[5.0]])
        ... )
        >>> dW, db, dh_prev.tolist()
        (array([[11.]]), array([3.]), [[5.0], [10.0]])
    """
    raise NotImplementedError(
        "layer_backward: the three sums above, each over the index that its result does not have"
    )


# %% [markdown]
# For the whole network two steps are missing. The last layer's `delta` is the derivative of the
# loss with respect to ŷ: differentiate the loss above, 1/m included. And between two layers stands
# the activation: what comes back from the layer above is the derivative with respect to `h`. To
# make a `delta` of it, multiply it entry by entry by the slope of the activation where the neuron
# stood, at its pre-activation `a`.
#
# That product is the place to remember. What a hidden weight learns has **three factors**: what
# came in, the slope of its neuron, and what comes back through the outgoing weights. If one of
# them is zero, nothing is learned there, however wrong the output is.


# %%
def backward(params, a, h, y, activation):
    """The gradients of the loss with respect to all parameters.

    Args:
        params: W1, b1, …, WL, bL.
        a, h: what forward returns for these params.
        y: targets, shape (m, n_out).
        activation: "sigmoid" or "tanh".

    Returns:
        A dict with the keys W1, b1, …, WL, bL, in any order; each gradient has the shape of its
        parameter.

    Example:
        >>> params = {"W1": np.array([[1.0], [2.0]]), "b1": np.array([0.0])}
        >>> a, h = forward(params, np.array([[1.0, 1.0], [0.0, 1.0]]), "tanh")
        >>> backward(params, a, h, np.array([[1.0], [1.0]]), "tanh")["W1"].tolist()
        [[1.0], [1.5]]
    """
    raise NotImplementedError(
        "backward: begin with the delta of the last layer and go down, layer_backward for each"
    )


# %% [markdown]
# ## Training
#
# Plain gradient descent: every parameter takes a step against its gradient, all of them at once,
# from gradients that were computed before any of them moved.


# %%
def sgd_step(params, grads, learning_rate):
    """The parameters after one step: each minus learning_rate times its gradient.

    Args:
        params: W1, b1, …, WL, bL. They stay as they are.
        grads: a gradient for each.
        learning_rate: how far to go, a number.

    Returns:
        A new dict, with new arrays, and the keys of params in any order.

    Example:
        >>> sgd_step({"W1": np.array([[1.0]])}, {"W1": np.array([[4.0]])}, 0.25)
        {'W1': array([[0.]])}
    """
    raise NotImplementedError(
        "sgd_step: a new dict in which every parameter has moved against its gradient"
    )


# %%
def train(params, X, y, activation, learning_rate, steps):
    """The parameters before, during and after training.

    Args:
        params: where training starts. They stay as they are.
        X: inputs, shape (m, n_in).
        y: targets, shape (m, n_out).
        activation: "sigmoid" or "tanh".
        learning_rate: for every step.
        steps: how many; each is forward, backward and one update, on all examples.

    Returns:
        history, a list of steps + 1 dicts: the start first, then the parameters after each step.

    Example:
        >>> start = {"W1": np.array([[0.0]]), "b1": np.array([0.0])}
        >>> history = train(start, np.array([[1.0]]), np.array([[1.0]]), "tanh", 0.25, 2)
        >>> [float(params["b1"][0]) for params in history]
        [0.0, 0.25, 0.375]
    """
    raise NotImplementedError(
        "train: as often as asked, forward, backward and a step; keep the start and every result"
    )


# %% [markdown]
# ## Two neurons under the magnifying glass
#
# Now the question of the lesson. The smallest network that can show it has 2 inputs, 2 hidden
# neurons and 1 output; one example, x = (1, 2) with target y = 1; learning rate 0.5. The numbers
# are small enough to follow with a pencil, and you should, for one step at least.

# %%
X_ONE = np.array([[1.0, 2.0]])
Y_ONE = np.array([[1.0]])


def two_neurons(W1, W2, b1=(0.0, 0.0)):
    """Parameters of the small network; W1 has a column and W2 a row for each hidden neuron."""
    return {
        "W1": np.array(W1, dtype=np.float64),
        "b1": np.array(b1, dtype=np.float64),
        "W2": np.array(W2, dtype=np.float64),
        "b2": np.array([0.0]),
    }


def watch(params, activation, steps=3):
    """Train the small network and print it after every step."""
    print("  step  neuron 1 (W1, W1, W2)         neuron 2 (W1, W1, W2)         b2        output")
    for step, now in enumerate(train(params, X_ONE, Y_ONE, activation, 0.5, steps)):
        output = forward(now, X_ONE, activation)[1][-1].item()
        numbers = [number for j in (0, 1) for number in (*now["W1"][:, j], now["W2"][j, 0])]
        print(f"  {step:4}" + "".join(f"{n:10.5f}" for n in (*numbers, now["b2"][0], output)))


# %% [markdown]
# ### From zero
#
# All weights and biases are 0, the hidden layer is sigmoid. Before you run it: which weights have
# moved after one step? After two?


# %%
@demo
def zero_start():
    """Zero start, sigmoid:"""
    watch(two_neurons([[0, 0], [0, 0]], [[0], [0]]), "sigmoid")


# %% [markdown]
# By hand: both pre-activations are 0, both activations 0.5, the output is 0 and `delta` at the
# output is −1. The outgoing weights have gradient −0.5 each, so they move, *equally*. What comes
# back through them is nothing, because they were 0: the third factor. So `W1` stays. In the
# second step the outgoing weights are 0.25 and something comes back.
#
# | after | each neuron's W1 | its b1 | its W2 | b2 | output |
# |---|---|---|---|---|---|
# | 0 steps | 0, 0 | 0 | 0 | 0 | 0 |
# | 1 step | 0, 0 | 0 | 0.25 | 0.5 | 0.75 |
# | 2 steps | 0.0078125, 0.015625 | 0.0078125 | 0.3125 | 0.625 | 0.9448 |
# | 3 steps | 0.0099667, 0.0199333 | 0.0099667 | 0.3266 | 0.6526 | 0.9890 |
#
# So "with zeros the gradient is zero and nothing is learned" is not what happens. The weights
# move, and the output comes close to its target. (With one example that is no feat: `b2` alone
# could do it.) But one table serves *both* neurons, and it always will. Within a neuron the two
# weights differ, because the inputs do; between the neurons nothing differs, ever. Two hidden
# neurons do the work of one.
#
# ### From zero, with tanh
#
# One word changes. Again, guess first.


# %%
@demo
def zero_start_tanh():
    """Zero start, tanh:"""
    watch(two_neurons([[0, 0], [0, 0]], [[0], [0]]), "tanh")


# %% [markdown]
# tanh(0) is 0, not 0.5. The outgoing weights' first factor, what comes in, is 0, so they do
# not move; then nothing comes back through them, so `W1` does not move either; and then the next
# step begins where this one began. Only the output's bias is free: 0.5, 0.75, 0.875, on its way
# to the best *constant* answer. No weight leaves zero, not after any number of steps.
#
# ### From one value for all
#
# Is zero the culprit? Let every weight be 0.5.


# %%
@demo
def half_start():
    """All weights 0.5, sigmoid:"""
    watch(two_neurons([[0.5, 0.5], [0.5, 0.5]], [[0.5], [0.5]]), "sigmoid")


# %% [markdown]
# Everything moves from the first step on: both neurons have pre-activation 1.5 and activation
# 0.8176, the output is 0.8176, and `W1` goes from 0.5 to 0.5068 and 0.5136. In both columns. Equal
# incoming weights make equal activations; equal activations and equal outgoing weights make equal
# gradients; equal gradients keep equal weights equal. The value plays no part in the argument.
#
# But look at what the argument *needs*: a neuron's incoming weights, its bias **and its outgoing
# weights** must be equal to its neighbour's. It is often said that equal columns in `W1` are
# enough. Keep them equal, and make `W2` different:


# %%
@demo
def equal_first_layer():
    """W1 all 0.5, the outgoing weights 0.3 and -0.2, sigmoid:"""
    watch(two_neurons([[0.5, 0.5], [0.5, 0.5]], [[0.3], [-0.2]]), "sigmoid")


# %% [markdown]
# Both neurons still compute the same number at first. Yet what comes back to them differs, and
# after one step the columns of `W1` do too: the first has become 0.5205 and 0.5411, the second
# 0.4863 and 0.4726. To find out what else breaks the symmetry and what does not, change the
# numbers in these cells; `two_neurons` also takes the hidden biases, as `b1`.
#
# ### From random values
#
# Now all of `W1` is different, as if drawn by chance; the outgoing weights may even be equal.


# %%
@demo
def random_start():
    """W1 = [[0.1, -0.2], [0.4, 0.3]], outgoing weights 0.3, sigmoid:"""
    watch(two_neurons([[0.1, -0.2], [0.4, 0.3]], [[0.3], [0.3]]), "sigmoid")


# %% [markdown]
# The pre-activations are 0.9 and 0.4, so the activations are 0.7109 and 0.5987, so the slopes are
# 0.2055 and 0.2403, and in the very first step the two neurons go different ways: their outgoing
# weights from 0.3 to 0.5158 and 0.4817. From now on each can learn something of its own.
#
# ### From random values, a hundred times as large
#
# If a little difference is good, try a lot: the same `W1`, times 100.


# %%
@demo
def large_start():
    """W1 = [[10, -20], [40, 30]], outgoing weights 0.3, sigmoid:"""
    watch(two_neurons([[10, -20], [40, 30]], [[0.3], [0.3]]), "sigmoid", steps=9)


# %% [markdown]
# The pre-activations are 90 and 40. Both activations are 1 to as many digits as a float has; the
# slopes are 8e-40 and 4e-18 (yours may say 0, if the difference between `h` and 1 got lost in
# rounding). This time it is the second factor that is missing. `W1` does not move by a single bit,
# while `W2` and `b2` go on and fit the target alone: the hidden layer is as useless as one that was
# frozen. The neurons are different, and it does not help.
#
# ### Is the whole gradient small, then?
#
# One often reads that large weights make the gradients vanish. For one saturated neuron, yes. For
# the network it depends on what is large. The next network has 100 tanh neurons and 5 examples; its
# weights are spread like normal ones, and *all* of them are multiplied by a scale.


# %%
@demo
def large_everywhere():
    """All weights of a tanh network times a scale:"""
    from statistics import NormalDist

    spread = np.array([NormalDist().inv_cdf((i + 0.5) / 100) for i in range(100)])
    mixed = spread[37 * np.arange(100) % 100]  # the same values in another order
    x = np.array([[-1.5], [-0.5], [0.5], [1.0], [2.0]])
    y = np.array([[1.0], [-1.0], [0.0], [1.0], [-1.0]])
    for scale in (1, 3, 10):
        params = {"W1": scale * spread[None], "b1": 0 * spread}
        params |= {"W2": scale * mixed[:, None], "b2": np.array([0.0])}
        a, h = forward(params, x, "tanh")
        dW1 = np.abs(backward(params, a, h, y, "tanh")["W1"])
        print(f"  scale {scale:2}: largest {dW1.max():8.2f}, median {np.median(dW1):.1e}")


# %% [markdown]
# Going from scale 1 to 10, the *median* of the gradients of `W1` falls from 0.34 to 0.034: most
# neurons stand where tanh is flat. But the *largest* grows from 3.07 to 245.97: a few neurons still
# stand where it is steep for one of the examples, and what comes back to them has been multiplied
# by larger errors and larger outgoing weights. Most weights hardly move, and a few are thrown
# about. So "large weights make the gradient vanish" is true of the slope, and of a typical neuron;
# it is not true of the gradient as a whole. Part 3 therefore measures slopes.
#
# ### What rounding does to symmetry
#
# "Never" was said above, and on paper it is true. A computer rounds, and it may add up the same
# numbers in another order for another column; so columns that should be equal can differ in their
# last digit. That matters more than it seems, because equal neurons stand like a pencil on its
# tip: nothing pushes them off, but a push, once given, can grow. Here we give one on purpose, of
# 10⁻¹² on one weight, in a network with weights of 0.5 that is given XOR to learn.


# %%
@demo
def tiny_push():
    """Relative distance between the two columns of W1 after a push of 1e-12 (tanh):"""
    inputs = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    targets = np.array([[0.0], [1.0], [1.0], [0.0]])
    start = two_neurons([[0.5 + 1e-12, 0.5], [0.5, 0.5]], [[0.5], [0.5]])
    history = train(start, inputs, targets, "tanh", 1.0, 100)
    for step in (0, 50, 100):
        first, second = history[step]["W1"].T
        print(f"  step {step:4}: {np.linalg.norm(first - second) / np.linalg.norm(first):.1e}")


# %% [markdown]
# The distance grows from 1.4e-12 to 1.9e-11 after 100 steps. Let it run on: it is 1.4e-08 after
# 300 steps and 0.38 after 1000. So two conclusions. To test whether neurons are
# equal, allow for rounding and look after few steps; never compare the last bits. And do not count
# on rounding to break the symmetry for you: it is slow, it depends on the machine, and from zero
# with tanh it never begins, since every product is exactly 0.
#
# ## The story as a whole
#
# Last, the claims of the lesson are checked on your own code, the initializers of part 1 and the
# backpropagation of this part together. In a notebook that holds only one of the two, the checks
# can but say so; `pytest autograder` runs them on all your files, scripts and notebooks alike, and
# so does whoever grades your work.

# %% [markdown] check=symmetry
# `symmetry`: equal starts keep the neurons of a layer equal, and a random start makes them
# different.

# %% [markdown] check=saturation
# `saturation`: large weights saturate sigmoid and tanh layers, and with weights of one and the
# same size more inputs saturate more.

# %% [markdown]
# ## In your own words
#
# **Written question.** A network with one hidden layer starts with all weights equal to one value
# and all biases zero. Explain to somebody who knows the chain rule why its hidden neurons stay
# equal however long it is trained, and what in your explanation fails when the weights are random.
# A few sentences do. This is read and graded by a person, beside the 100 points of the checks.

# %% [markdown] answer=why_the_copies_stay points=10
# *Your answer, in your own words, in place of this line.*
