"""The commands: everything the screens do, without a terminal."""
