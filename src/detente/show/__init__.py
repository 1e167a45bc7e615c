"""What people and programs see: the command line, and lines of text."""
