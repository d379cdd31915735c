"""Answers on disk: TinyDB on a locked, atomic storage, in segments; one folder an assessment."""
