"""What routes depend on."""
