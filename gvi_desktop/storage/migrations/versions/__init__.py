"""One file a migration; none imports anything of the project."""
