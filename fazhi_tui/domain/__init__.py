"""What the law asks and what was answered: pure data and rules, no input, no output, no clock."""
