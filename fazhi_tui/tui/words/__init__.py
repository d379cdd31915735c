"""Every sentence of the screens that is not a key's or an error's, by where it is said."""
