# wrong: backprop.sigmoid: raises
# 1 - sigmoid(-a) is sigmoid(a).
def sigmoid(a):
    return 1 - sigmoid(-a)
