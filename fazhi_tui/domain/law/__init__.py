"""What the law says: citations, figures and statute texts, read into their places."""
