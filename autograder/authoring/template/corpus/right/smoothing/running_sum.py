def moving_average(x, width):
    """One sum that gains a value and loses one: right, and not the lesson's way."""
    total = float(x[:width].sum())
    means = [total / width]
    for new, old in zip(x[width:], x, strict=False):
        total += float(new) - float(old)
        means.append(total / width)
    return np.array(means)
