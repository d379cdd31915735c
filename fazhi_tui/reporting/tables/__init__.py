"""Forms and sheets that are filled in elsewhere and read back."""
