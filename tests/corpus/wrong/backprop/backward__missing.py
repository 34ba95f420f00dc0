# wrong: backprop.backward: missing-function
# Renamed it and forgot to rename it back.
backprop_my_way = backward
del backward
