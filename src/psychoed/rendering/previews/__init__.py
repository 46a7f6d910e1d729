"""What others show of a page that somebody shares or searches: descriptions, pictures, facts, lists, a feed.

Everything is made from what editors typed in; nothing is fetched, and no day comes from a clock or from git.
"""
