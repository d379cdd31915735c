"""核算: the rules of items, and the dates and figures they are worked out on."""
