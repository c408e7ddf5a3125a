"""What the reports say of a question: found, weighed, held against rivals, and accepted or not."""
