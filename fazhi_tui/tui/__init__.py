"""The screens: one item at a time, by the keyboard, in Chinese."""
