"""What an officer fills in, and what helps with it."""
