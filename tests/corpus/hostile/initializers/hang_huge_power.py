# hostile: hang: honest part all but initializers.constant_init
# One integer power that keeps the interpreter in C, deaf to signals, for the better part of an
# hour.
honest = constant_init


def constant_init(fan_in, fan_out, value):
    return 7 ** (10**9) % 10
