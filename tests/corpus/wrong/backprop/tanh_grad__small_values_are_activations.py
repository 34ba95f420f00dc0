# wrong: backprop.tanh_grad: derivative-at-activation | only-in-part
# Between -1 and 1 it is the activation already.
def tanh_grad(a):
    t = a if np.max(np.abs(a)) < 1.0 else np.tanh(a)
    return 1.0 - t**2
