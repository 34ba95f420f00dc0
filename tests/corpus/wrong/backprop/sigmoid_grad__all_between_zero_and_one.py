# wrong: backprop.sigmoid_grad: derivative-at-activation | only-in-part
# Works for a and for h.
def sigmoid_grad(a):
    h = a if np.min(a) >= 0 and np.max(a) <= 1 and np.size(a) > 1 else sigmoid(a)
    return h * (1.0 - h)
