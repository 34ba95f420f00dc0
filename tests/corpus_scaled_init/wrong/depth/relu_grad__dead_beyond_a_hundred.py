# wrong: depth.relu_grad: only-in-part | clipped
# Too large: saturated.
def relu_grad(a):
    return ((a > 0) & (a < 100)).astype(float)
