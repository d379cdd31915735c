"""What each kind of event makes of an assessment, a module for each part of it."""
