# hostile: hang: honest part all but diagnostics.saturated_fraction
# A regular expression that backtracks through 2^64 ways.
honest = saturated_fraction
import re


def saturated_fraction(h, activation, tol=0.01):
    return 1.0 if re.match(r"(a+)+$", "a" * 64 + "b") else 2.0
