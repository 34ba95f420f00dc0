"""The grader's side of a student process."""
