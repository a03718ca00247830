"""The edition: building it from documents, asking it, checking it."""
