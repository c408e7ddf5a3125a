"""What was asked, read: places, years, subject, conditions, and what the answer must hold."""
