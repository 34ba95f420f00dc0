# wrong: depth.relu_grad: negative-part | awake-share | wrong-sign
# Where it is cut off.
def relu_grad(a):
    return np.where(a > 0, 0.0, 1.0)
