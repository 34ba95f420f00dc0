# wrong: backprop.sigmoid_grad: missing-parentheses
# Typed as it was spoken: h times one minus h.
def sigmoid_grad(a):
    h = sigmoid(a)
    return h * 1 - h
