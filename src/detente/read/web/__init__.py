"""Pages from the web, fetched with good manners and firm bounds. Imported where used, for its libraries are slow to load."""
