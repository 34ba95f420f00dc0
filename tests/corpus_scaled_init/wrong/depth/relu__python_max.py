# wrong: depth.relu: raises | maximum-of-all
# max(a, 0)
def relu(a):
    return max(a, 0)
