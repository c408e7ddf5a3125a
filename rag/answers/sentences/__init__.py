"""Sentences of reports: their clauses, the time they speak of, and whether they speak of a term."""
