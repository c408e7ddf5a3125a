"""Chosen evidence in words for the user, with its sources, or what is missing; and the last check before it leaves."""
