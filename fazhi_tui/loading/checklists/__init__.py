"""Checklist files: read, checked, put together."""
