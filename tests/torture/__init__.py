"""The survival and leak trials behind `make torture`: each is tried many times, and none may lose anything."""
