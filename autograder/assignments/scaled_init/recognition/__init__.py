"""Names the misconception behind wrong numbers: a module for each group of functions."""

from autograder.checking.recognition.ideas import Ideas

# Found at a place of the domain, which few of its corners meet.
SEEN = ("digits-lost", "overflows", "small-set-to-zero")
IDEAS = Ideas(__name__, seen=SEEN)
