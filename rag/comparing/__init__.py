"""One indicator across places and over the years: which figures stand for it, and what became of each target."""
