"""The domain of every function of the exercises as data, and how it is asked there."""
