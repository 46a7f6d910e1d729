"""The site's content as files for other programs: what is in them, what shape they have, what is promised."""
