"""The place Phone line: the calls to the GVI phone, who is to be called back, and the help that follows."""
