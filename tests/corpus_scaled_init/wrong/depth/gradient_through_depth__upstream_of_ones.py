# wrong: depth.gradient_through_depth: upstream-ignored
# The loss is the sum of the outputs.
_sizes = gradient_through_depth


def gradient_through_depth(params, X, upstream, activation):
    return _sizes(params, X, np.ones_like(upstream), activation)
