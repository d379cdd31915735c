"""Checklists held against the statute texts at hand."""
