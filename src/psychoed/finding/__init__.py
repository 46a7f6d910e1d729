"""What a search finds and why, for the people who write the words."""
