"""The annual report, drafted from a self-check."""
