"""What the project is called."""

NAME = "club"
VERSION = "0.1.0"
DESCRIPTION = "A club with accounts: who may read, who may write, and whose a record is"
