# wrong: depth.relu_grad: not-finite | wrong-at-zero
# relu(a) over a
def relu_grad(a):
    with np.errstate(all="ignore"):
        return relu(a) / a
