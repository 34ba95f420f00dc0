# wrong: backprop.sigmoid: returns-nothing
# Computes it and prints it.
def sigmoid(a):
    h = 1 / (1 + np.exp(-a))
    print("sigmoid:", h)
