# wrong: depth.relu_grad: float32
# float32
def relu_grad(a):
    return np.greater(a, 0).astype("f")
