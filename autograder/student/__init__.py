"""The grader's side of the student process."""
