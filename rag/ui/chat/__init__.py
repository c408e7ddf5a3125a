"""The page 问答: questions, answers with their sources, and the conversations that are kept."""
