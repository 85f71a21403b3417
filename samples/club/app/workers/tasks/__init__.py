"""What requests leave for later, a file each."""
