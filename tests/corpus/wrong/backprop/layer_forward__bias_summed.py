# wrong: backprop.layer_forward: bias-summed-to-scalar
# In the loop I add every b to every neuron.
def layer_forward(h_prev, W, b):
    a = h_prev @ W
    for j in range(len(b)):
        a = a + b[j]
    return a
