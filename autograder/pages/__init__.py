"""Pages to look at: feedback for one submission, and a report on a class."""
