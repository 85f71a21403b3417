"""Where records are found."""
