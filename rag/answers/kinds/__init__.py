"""The kinds of question beyond tables, one module each: from a question read to its answer."""
