"""Gaps after they are found: manual ones, 整改, the ledger, what comes back year after year."""
