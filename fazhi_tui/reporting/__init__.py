"""Files out: gap lists, forms and JSON, made by pure functions."""
