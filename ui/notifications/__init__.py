"""The place Notifications: visits made and planned, rounds and follow-ups."""
