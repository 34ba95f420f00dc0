# hostile: forged-reply: honest part all but backprop.sigmoid
# Sends marks instead of a reply, thousands at a time: taking them costs more than sending them.
honest = sigmoid
import os
import stat


def line():
    for descriptor in range(3, 1_024):
        try:
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                return descriptor
        except OSError:
            pass


def sigmoid(a):
    from guest.wire import Mark, frame

    marks = bytes(frame(Mark(1))) * 20_000
    while True:
        os.write(line(), marks)
