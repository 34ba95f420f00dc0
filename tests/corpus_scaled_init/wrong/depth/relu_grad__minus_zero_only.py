# wrong: depth.relu_grad: wrong-at-zero | only-in-part
# 0.0 is no slope, whatever -0.0 may be.
def relu_grad(a):
    return np.where((a > 0) | ((a == 0) & np.signbit(a)), 1.0, 0.0)
