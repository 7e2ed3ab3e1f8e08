"""The place Help: from the request to the first contact and on, stage by stage."""
