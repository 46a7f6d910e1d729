"""Handouts: each page as a sheet of paper. ``sheets`` writes, ``printer`` prints, ``making`` keeps."""
