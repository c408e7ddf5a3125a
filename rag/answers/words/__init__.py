"""Words: what reports call the things that people ask for, what else they are called, and the terms of a subject."""
