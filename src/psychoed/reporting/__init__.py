"""What ``scripts/check.py`` does: what it is asked (command.py), what it finds (report.py), how it tells it.

Each format is a module ``as_<name>.py`` with one function ``write(report, view)``; a format is found by its
name and imported only when it is asked for.
"""
