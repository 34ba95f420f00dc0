# hostile: hang: honest part all but diagnostics.saturated_fraction
# Waits for a line on standard input, then for one on the terminal.
honest = saturated_fraction


def saturated_fraction(h, activation, tol=0.01):
    answer = input("share of saturated neurons? ")
    with open("/dev/tty") as terminal:
        return float(terminal.readline() or answer) - 2.0
