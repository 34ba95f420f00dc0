# wrong: depth.relu_grad: sign-for-slope
# Slope of the absolute value.
def relu_grad(a):
    return np.where(a > 0, 1.0, np.where(a < 0, -1.0, 0.0))
