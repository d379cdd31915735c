"""What other programs and the home screen read."""
