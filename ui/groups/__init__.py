"""The place Groups: which groups there are, who belongs to them, and how they stand to one another."""
