"""The page 文档: the reports, their text with its figures, what is known of them, and files added and taken away."""
