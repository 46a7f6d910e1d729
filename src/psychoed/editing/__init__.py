"""What makes editing easier: new pages, renamed pages, and everything that is generated from the models."""
