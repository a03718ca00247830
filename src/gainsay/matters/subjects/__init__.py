"""What documents are about, and how near they are in that."""
