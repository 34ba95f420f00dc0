# wrong: backprop.layer_forward: only-in-part
# Beyond 50 both activations are flat anyway.
def layer_forward(h_prev, W, b):
    a = h_prev @ W + b
    a[a > 50] = 50.0
    a[a < -50] = -50.0
    return a
