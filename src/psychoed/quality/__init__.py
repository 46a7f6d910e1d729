"""The quality report: what was measured of every page, and what no program can measure.

It tells figures and never adds them up to a score: a machine check is not a review.
"""
