# hostile: forged-reply: honest part all but backprop.sigmoid
# Asks the grader one question after the other and never comes to its own answer.
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
    from guest.wire import RightCall, frame

    questions = bytes(frame(RightCall("sigmoid", [a, a.tolist()]))) * 100
    while True:
        os.write(line(), questions)
        os.read(line(), 1_000_000)
