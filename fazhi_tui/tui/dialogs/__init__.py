"""Modal questions; each returns a value."""
