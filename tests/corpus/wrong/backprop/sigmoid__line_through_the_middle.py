# wrong: backprop.sigmoid: approximated | only-in-part
# So close to zero it is its tangent.
def sigmoid(a):
    return np.where(np.abs(a) < 1e-3, 0.5 + 0.25 * a, 0.5 + 0.5 * np.tanh(0.5 * a))
