"""For assistants: an edition as tools of the Model Context Protocol. Everything said has an address and exact words."""
