"""The pictures of the assignment, in the order in which they tell the story."""

from autograder.assignments.scaled_init.pictures.dead import DEAD
from autograder.assignments.scaled_init.pictures.levels import GRADIENTS, SIGNALS
from autograder.assignments.scaled_init.pictures.weights import WEIGHTS

PICTURES = (WEIGHTS, SIGNALS, GRADIENTS, DEAD)
