"""What is done again and again, a file each."""
