# hostile: hang: honest part all but diagnostics.relative_gradient
# Survives every exception that is thrown into it, and goes on counting.
honest = relative_gradient


def relative_gradient(a, activation):
    count = 0
    while True:
        try:
            while True:
                count += 1
        except BaseException:
            count = 0
        finally:
            if count < 0:
                break
