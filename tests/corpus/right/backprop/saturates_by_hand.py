# right: beyond 40 the answer is written down as 0 or 1, which is right to the last digits that count
def sigmoid(a):
    inside = np.clip(a, -40, 40)
    h = 1 / (1 + np.exp(-inside))
    h = np.where(a > 40, 1.0, h)
    return np.where(a < -40, 0.0, h)
