"""Golden folders: a hand-in, and everything that the grader makes of it."""
