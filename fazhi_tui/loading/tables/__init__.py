"""Filled tables: CSV and Excel, row by row."""
