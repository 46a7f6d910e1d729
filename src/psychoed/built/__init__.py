"""What is checked on the finished site, whatever made it: the HTML of overrides/ and of the theme too."""
