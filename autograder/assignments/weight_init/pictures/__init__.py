"""The pictures of the assignment, in the order in which they tell the story."""

from autograder.assignments.weight_init.pictures.neurons import DISTANCES, NEURONS
from autograder.assignments.weight_init.pictures.predictions import PREDICTED
from autograder.assignments.weight_init.pictures.saturation import HISTOGRAMS, SLOPES
from autograder.assignments.weight_init.pictures.surprise import SURPRISE

PICTURES = (NEURONS, DISTANCES, HISTOGRAMS, SLOPES, SURPRISE, PREDICTED)
