"""Taking in a workbook: what was recognised, what is to be decided, what is rejected, and then one step."""
