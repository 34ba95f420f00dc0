# wrong: depth.relu: raises
# max(a, 0)
def relu(a):
    return max(a, 0)
