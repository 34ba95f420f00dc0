# right: tensordot, bias added in place to the new array
def layer_forward(h_prev, W, b):
    a = np.tensordot(h_prev, W, axes=1)
    a += b
    return a
