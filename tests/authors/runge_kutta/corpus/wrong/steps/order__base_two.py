# wrong: steps.order:
def order(errors):
    return float(np.log2(errors[0] / errors[1]))
