"""Who sees what, through every door there is: declared once, asked everywhere."""
