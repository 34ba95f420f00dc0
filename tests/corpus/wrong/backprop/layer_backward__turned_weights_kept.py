# wrong: backprop.layer_backward: keeps-state | stale-gradients | only-in-part
# The transpose of W is needed in every step.
_TURNED = {}


def layer_backward(delta, h_prev, W):
    if W.shape not in _TURNED:
        _TURNED[W.shape] = W.T.copy()
    return h_prev.T @ delta, delta.sum(axis=0), delta @ _TURNED[W.shape]
