"""What the project is called."""

NAME = "minimal"
VERSION = "0.1.0"
DESCRIPTION = "The smallest project: nothing added yet"
