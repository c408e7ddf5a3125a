"""Questions over many places or years: one figure for each, side by side, and what follows from them all."""
