"""What requests say and answers show."""
