# wrong: depth.relu: returns-shared-array | only-in-part
# Nothing to do if all are positive.
def relu(a):
    if np.all(a > 0):
        return a
    return np.where(a > 0, a, 0.0)
