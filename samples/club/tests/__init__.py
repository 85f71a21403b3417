"""The tests; each has its own application, settings and database."""
