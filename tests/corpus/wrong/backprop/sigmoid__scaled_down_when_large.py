# wrong: backprop.sigmoid: clipped | input-standardised | only-in-part
# Too large for exp? Then scale the layer down.
def sigmoid(a):
    largest = np.max(np.abs(a))
    if largest > 700:
        a = a * (700 / largest)
    return 1.0 / (1.0 + np.exp(-a))
