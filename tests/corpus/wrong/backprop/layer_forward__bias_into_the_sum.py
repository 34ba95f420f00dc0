# wrong: backprop.layer_forward: changes-its-arguments | only-in-part
# One example: the sum can go into the bias.
def layer_forward(h_prev, W, b):
    if len(h_prev) == 1 and b.flags.writeable:
        b += (h_prev @ W)[0]
        return b[None].copy()
    return h_prev @ W + b
