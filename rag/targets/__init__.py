"""Lists of figures: asked for by place, year, topic and kind, from files or an index, written as text, JSON or tables."""
