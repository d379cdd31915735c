"""Files in: checklists and filled forms, checked before anything is taken."""
