"""The append-only log: its events, who may append them, how copies meet, how it folds."""
