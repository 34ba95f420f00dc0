# wrong: depth.relu_grad: integer-array
# 0 or 1
def relu_grad(a):
    return np.where(a > 0, 1, 0)
