"""The office: purpose and parties, users, agencies, retention, grounds, reports, safety, history."""
