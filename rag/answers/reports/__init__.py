"""The reports that answers are drawn from: which there are, what they hold, and how they are quoted."""
