"""The core of GVI Desktop: records, rules, vault and services, without any window."""

__version__ = "0.1.0"
