# wrong: depth.gradient_through_depth: relative-to-the-last | normalised | relative-to-the-first
# In relation to the last layer.
_sizes = gradient_through_depth


def gradient_through_depth(params, X, upstream, activation):
    sizes = _sizes(params, X, upstream, activation)
    return sizes / sizes[-1] if sizes[-1] else sizes
