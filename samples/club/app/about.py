"""What the project is called."""

NAME = "club"
VERSION = "0.1.0"
DESCRIPTION = (
    "A club with every feature: accounts, who may read and write, tasks, logs, limits, an image, "
    "pipelines"
)
