"""What was done, found or compared, in words for screen, terminal and documents alike."""
