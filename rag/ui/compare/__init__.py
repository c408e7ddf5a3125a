"""The page 对比与追踪: one indicator across places and over years, with its targets and what became of them."""
