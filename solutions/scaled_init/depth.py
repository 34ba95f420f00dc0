# %% [markdown]
# # Initialization for depth 2: the way through many layers, and back
#
# In part 1 you wrote the weights. Here you send a signal through a stack of layers that are made of
# them, measure it layer by layer, and send a gradient back. Have you filled in `PREDICTIONS` in
# part 3? Do it now; this part gives most of it away.
#
# ## Notation
#
# - `X` has shape `(m, n_in)`: `m` examples, **one a row**.
# - `params` is a dict with the keys `W1`, `b1`, …, `WL`, `bL` for any `L ≥ 1`; the order of the
#   keys does not matter. `Wl` has shape `(fan_in, fan_out)`, `bl` has shape `(fan_out,)`.
# - Pre-activation `a = h_prev W + b`, one row an example, one column a unit; activation `h = f(a)`.
#   The activation is `"linear"` (f(a) = a), `"tanh"` or `"relu"`, and **every layer has it, the
#   last one too**: this is a stack of hidden layers, without an output layer.
# - The *size* of an array is its root mean square: the root of the mean of the squares of all its
#   entries, about 0 and not about their mean. We call the size of a layer's pre-activations the
#   layer's **spread**.
#
# ## House rules
#
# - Arrays are NumPy arrays of `float64`, in and out: no lists in their place, no integers, no
#   `float32`, no masked arrays or other subclasses. What you return may be a tuple instead of a
#   list.
# - No argument changes: no array, and no dict that holds arrays. The same arguments give the same
#   result, in any order of calling.
# - Every array that you return is a new one, with these exceptions: `h[0]` may be `X`, and with
#   `"linear"` an activation may be the very array that is the pre-activation.
# - Values are right to ten digits and finite as long as pre-activations lie between −1000 and 1000,
#   also where they are as small as 10⁻⁹, and each layer to its own ten digits. In a deep stack one
#   layer can be a million times smaller than another, and counts as much.
# - Small cases count: one layer, one example, one input, one unit.
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
# ## ReLU and its slope
#
# `relu` hands on what is positive and makes 0 of what is not. Its slope is 1 where a is positive
# and 0 where it is negative. At a = 0 there is a corner, and no slope; one has to be chosen, and
# here it is **0**, at 0.0 and at −0.0, as in the large libraries. That is not so rare a case as it
# seems: at the end of part 3 every pre-activation of a network is exactly 0.


# %%
def relu(a):
    """What is positive of a, entry by entry.

    Args:
        a: pre-activations, of any shape.

    Returns:
        h, of the shape of a: a where it is positive, 0 elsewhere.

    Example:
        >>> relu(np.array([-2.0, 0.0, 3.0]))
        array([0., 0., 3.])
    """
    ### BEGIN SOLUTION
    # hint: entry by entry, a or 0
    return np.where(a > 0.0, a, 0.0)
    ### END SOLUTION


# %%
def relu_grad(a):
    """The slope of ReLU at its pre-activation, entry by entry; 0 where a is 0.

    Args:
        a: pre-activations, of any shape.

    Returns:
        The slopes, of the shape of a, float64.

    Example:
        >>> relu_grad(np.array([-2.0, 0.0, 3.0]))
        array([0., 0., 1.])
    """
    ### BEGIN SOLUTION
    # hint: one for what passed, nothing for the rest, as floating-point numbers
    return (a > 0.0).astype(np.float64)
    ### END SOLUTION


# %% [markdown]
# ## Through the stack: `forward_deep`
#
# Layer after layer: weighted sums and biases, then the activation. Keep everything on the way; what
# comes back will need it.


# %%
def forward_deep(params, X, activation):
    """Everything that a stack of layers computes, layer by layer.

    Args:
        params: a dict W1, b1, …, WL, bL, L ≥ 1, in any order.
        X: inputs, shape (m, n_in).
        activation: "linear", "tanh" or "relu", of every layer.

    Returns:
        (a, h): two lists. a holds the pre-activations a1 … aL; h holds X and the activations
        h1 … hL, so it is one longer. a[l-1] and h[l] belong to layer l, of shape (m, units).

    Example:
        >>> params = {"W1": np.array([[1.0, -1.0]]), "b1": np.array([0.0, 0.5])}
        >>> a, h = forward_deep(params, np.array([[2.0]]), "relu")
        >>> a[0], h[1]
        (array([[ 2. , -1.5]]), array([[2., 0.]]))
    """
    ### BEGIN SOLUTION
    # hint: begin with X; each layer takes the last activation, and adds one entry to each list
    activate = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for layer in range(len(params) // 2):
        weights, biases = params[f"W{layer + 1}"], params[f"b{layer + 1}"]
        a.append(h[layer] @ weights + biases)
        h.append(activate(a[layer]))
    return a, h
    ### END SOLUTION


# %% [markdown]
# ## The size of the signal: `signal_through_depth`
#
# One number a layer is enough to see what depth does: the spread of its pre-activations.


# %%
def signal_through_depth(params, X, activation):
    """The spread of the pre-activations of every layer.

    Args:
        params, X, activation: as forward_deep takes them.

    Returns:
        An array of shape (L,), float64: for each layer, the first one first, the root mean square
        of its pre-activations, over all examples and units.

    Example:
        >>> params = {"W1": np.array([[3.0, -4.0]]), "b1": np.array([0.0, 0.0])}
        >>> signal_through_depth(params, np.array([[1.0]]), "relu").round(4)
        array([3.5355])
    """
    ### BEGIN SOLUTION
    # hint: of what forward_deep returns, the root of the mean square of each pre-activation
    a, _ = forward_deep(params, X, activation)
    return np.array([np.sqrt(np.mean(np.square(layer))) for layer in a])
    ### END SOLUTION


# %% [markdown]
# ## The way back: `gradient_through_depth`
#
# Some loss sits on top of the stack. All that the stack has to know of it is `upstream`, the
# derivative of the loss with respect to the last activations, ∂loss/∂h_L, of their shape. From
# there the chain rule leads back: through the activation of a layer, by multiplying with its slope
# at the pre-activation; that is ∂loss/∂a of this layer. Then through its weights, to ∂loss/∂h of
# the layer below, and so on. The gradient of a layer's weights is made of ∂loss/∂a of the layer and
# of the activations that enter it, so where ∂loss/∂a is small, the weights learn slowly.


# %%
def gradient_through_depth(params, X, upstream, activation):
    """The size of the gradient at every layer.

    Args:
        params, X, activation: as forward_deep takes them.
        upstream: ∂loss/∂h_L, of the shape of the last activations.

    Returns:
        An array of shape (L,), float64: for each layer, the first one first, the root mean square
        of ∂loss/∂a of the layer, over all examples and units.

    Example:
        >>> params = {"W1": np.array([[1.0]]), "b1": np.array([0.0])}
        >>> params |= {"W2": np.array([[-3.0]]), "b2": np.array([9.0])}
        >>> gradient_through_depth(params, np.array([[2.0]]), np.array([[0.5]]), "relu")
        array([1.5, 0.5])
    """
    ### BEGIN SOLUTION
    # hint: from the last layer down: times the slope, note the size, back through the weights
    slope = {"linear": np.ones_like, "tanh": lambda a: 1.0 - np.tanh(a) ** 2, "relu": relu_grad}
    a, _ = forward_deep(params, X, activation)
    sizes, returning = np.empty(len(a)), upstream
    for layer in range(len(a) - 1, -1, -1):
        delta = returning * slope[activation](a[layer])
        sizes[layer] = np.sqrt(np.mean(np.square(delta)))
        weights = params[f"W{layer + 1}"]
        returning = delta @ weights.T
    return sizes
    ### END SOLUTION


# %% [markdown]
# ## What fifty layers make of it
#
# Now the question of part 1. The stacks below have as many units as inputs in every layer and
# biases of 0. The table has the spread of layer 2, 10, 20 and 50 over that of layer 1: the median
# of 5 draws with 500 units a layer, of 49 with 100, and of 199 with 10. Guess before you read on;
# which row will look worst?
#
# | weights, activation | units | 2 | 10 | 20 | 50 |
# |---|---|---|---|---|---|
# | LeCun, linear | 500 | 1.00 | 1.00 | 1.00 | 0.98 |
# | LeCun, linear | 100 | 1.00 | 0.98 | 0.96 | 0.93 |
# | LeCun, linear | 10 | 0.99 | 0.81 | 0.53 | 0.11 |
# | LeCun, ReLU | 100 | 0.70 | 0.041 | 0.0011 | 2.2e-08 |
# | He, ReLU | 500 | 1.01 | 1.08 | 0.99 | 0.97 |
# | He, ReLU | 100 | 0.99 | 0.93 | 0.80 | 0.53 |
# | He, ReLU | 10 | 0.99 | 0.50 | 0.12 | 0.0011 |
# | Glorot (normal), tanh | 500 | 0.63 | 0.24 | 0.16 | 0.098 |
# | Glorot (normal), tanh | 100 | 0.63 | 0.24 | 0.16 | 0.095 |
# | Glorot (uniform), tanh | 100 | 0.63 | 0.24 | 0.16 | 0.089 |
# | He, tanh | 100 | 0.72 | 0.55 | 0.56 | 0.56 |
#
# What is often said of these rows, and what they show:
#
# - *"A wrong factor makes the signal vanish or explode."* So it does, **geometrically**. LeCun's
#   weights under ReLU lose the root of a half in every layer: 0.71 to the power of 49 is 4.2e-08.
# - *"He's weights keep the level under ReLU, LeCun's in linear stacks."* On average over the draws
#   of the weights they do, exactly: the mean *square* of the last layer over that of the first is
#   1. But a mean can be kept up by a few large draws. What a single network gets, the typical draw,
#   sinks with depth, and the narrower the layers the faster: with 10 units hardly a thousandth is
#   left. The logarithm of the spread does a random walk, to which each layer adds a step with a
#   variance of about 1/(2n) for a linear layer and 5/(4n) for a ReLU layer of n units, and a drift
#   of minus as much (Hanin and Rolnick, "How to start training", 2018, have the theory). It is the
#   *ratio* of depth to width that has to be small.
# - *"Glorot's weights keep the level under tanh."* To first order. For small pre-activations tanh
#   is a straight line with slope 1; but it always bends inwards, so every layer loses a little, and
#   it loses the less the smaller the signal is: of a spread s about s³ a layer. The spread of layer
#   l ends near √(1/(2l)), 0.1 for l = 50, whatever the start. That is no geometric decline, and
#   fifty layers do no harm. With He's weights tanh does come to rest at a level, 0.56 of the start.
# - *"Uniform or normal makes a difference."* Not to the signal.
#
# The way back obeys the same sums. In the same draws with 100 units the gradient of the first layer
# is 0.81 of that of the last for He and ReLU, and 3.4e-08 for LeCun and ReLU. With He's weights
# under tanh, where the signal stands so well, it is 8.3: the gradient *grows* on its way back. To
# look at the signal alone is not enough.
#
# And if layers have different sizes, s can be right for one way only. A stack that narrows from 400
# inputs over 200, 100 and 50 units to 25 keeps the signal with He's weights, and its gradient falls
# from 0.68 to 0.26 on its way back. He and others remark that this does little harm: the factors of
# neighbouring layers cancel, and only the ratio of the last size to the first is left under the
# root.


# %%
@demo
def five_rows():
    """Spread of layers 2, 10, 20, 50 over that of layer 1, for one draw of 100 units:"""
    rows = [("LeCun", "linear", 1), ("LeCun", "relu", 1), ("He", "relu", 2), ("Glorot", "tanh", 1)]
    for name, activation, variance in rows:
        rng = np.random.default_rng(9)
        inputs, params = rng.normal(size=(20, 100)), {}
        for layer in range(1, 51):
            params[f"W{layer}"] = rng.normal(scale=(variance / 100) ** 0.5, size=(100, 100))
            params[f"b{layer}"] = np.zeros(100)
        spread = signal_through_depth(params, inputs, activation)
        row = " ".join(f"{spread[layer - 1] / spread[0]:9.2g}" for layer in (2, 10, 20, 50))
        print(f"  {name:7}{activation:7}{row}")


# %% [markdown]
# ## The claims
#
# Last, the claims of the lesson are checked on your own code, the weights of part 1 and the stack
# of this part together. In a notebook that holds only one of the two, the checks can but say so;
# `pytest autograder` runs them on all your files, and so does whoever grades your work.

# %% [markdown] check=levels
# `levels`: LeCun's weights keep the level of fifty linear layers and lose that of ReLU layers at
# the rate that the theory gives; He's keep it there, and back; Glorot's let tanh shrink, but
# slowly; orthogonal ones keep every length to ten digits.
