"""The grader on trial: does it catch what is wrong, name it, and let through what is right?"""
