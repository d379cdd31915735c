"""The ledger of rectification, as lines, tables and files."""
