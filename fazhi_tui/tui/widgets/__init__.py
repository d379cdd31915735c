"""Widgets: values down, messages up; none knows the session."""
