# wrong: backprop.layer_forward: depends-on-memory-layout
# Numbers as they lie in memory.
def layer_forward(h_prev, W, b):
    w = W.ravel(order="K").reshape(W.shape)
    return h_prev @ w + b
