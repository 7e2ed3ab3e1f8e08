"""The field's concepts as frozen records, and its rules as pure functions; standard library only."""
