"""Files that hold many documents: archives, mailboxes, web archives, collections of records."""
