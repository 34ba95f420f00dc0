# wrong: backprop.layer_forward: input-standardised | only-in-part
# Inputs that are all far from zero are not centred; do that first.
def layer_forward(h_prev, W, b):
    middle = h_prev.mean()
    if abs(middle) > 3 * h_prev.std():
        h_prev = h_prev - middle
    return np.dot(h_prev, W) + b
