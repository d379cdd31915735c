"""The gap list: as Markdown, CSV, and as a text that is edited and read back."""
