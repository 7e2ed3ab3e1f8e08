"""Call-ins: the list, and the workspace of one from the first plan to the follow-up."""
