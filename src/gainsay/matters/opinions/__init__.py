"""What a statement praises or blames, wants or doubts, and gives as a reason."""
