# A share is a number of a class of its own, which is a float.
class Share(float):
    pass


def dead_fraction(a):
    return Share(sum(1 for column in zip(*a.tolist()) if max(column) <= 0) / a.shape[1])
