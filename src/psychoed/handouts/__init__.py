"""Handouts: each page as a sheet of paper. ``sheets`` writes them, ``engine`` prints them, ``making`` keeps them."""
