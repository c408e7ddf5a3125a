"""The page 关于与状态: versions, sizes, and whether all is well."""
