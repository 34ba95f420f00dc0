# wrong: backprop.layer_forward: changes-its-arguments
# Turn b into a row, then it is added to every row of the product.
def layer_forward(h_prev, W, b):
    b.shape = (1, W.shape[1])
    return h_prev @ W + b
