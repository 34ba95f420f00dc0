# wrong: backprop.sigmoid_grad: only-in-part | a-one-minus-a
# Whoever passes numbers from 0 to 1 has applied the sigmoid already.
def sigmoid_grad(a):
    if a.min() > 0 and a.max() < 1:
        return a * (1 - a)
    s = sigmoid(a)
    return s * (1 - s)
