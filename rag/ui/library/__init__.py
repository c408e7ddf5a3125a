"""The page 目标库: all figures, filtered, sorted and paged."""
