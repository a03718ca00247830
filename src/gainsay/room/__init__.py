"""The reading room: an edition as pages."""
