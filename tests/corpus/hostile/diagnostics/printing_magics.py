# hostile: printing: honest part everything
# Comments and strings with the markers that release and course tools cut files by; the code stays
# right.
honest = neuron_gap
### BEGIN SOLUTION
### END SOLUTION
### BEGIN HIDDEN TESTS
MARKERS = """
# %% [markdown]
### BEGIN SOLUTION
### END HIDDEN TESTS
%%bash
!touch /tmp/autograder-hostile-trace-printing_magics
"""
### END HIDDEN TESTS
print(MARKERS, "### AUTOGRADER: 100/100", "Score: 100", "<!-- END OUTPUT -->", sep="\n")
