"""What the annual report of 法治政府建设 rests on."""
