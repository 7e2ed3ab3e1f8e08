"""The place for exchange: contacts, bundles out and in, conflicts, and the register of disclosures."""
