"""What the project is called."""

NAME = "shop"
VERSION = "0.1.0"
DESCRIPTION = "A small shop: ten entities with every type of field and every relation"
