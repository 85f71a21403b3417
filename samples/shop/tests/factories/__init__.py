"""Records for tests."""
