"""What a person runs: `python -m app.commands.<name>`."""
