"""Annual self-check of 法治政府建设 for local-government officers, in the terminal."""
