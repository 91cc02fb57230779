"""Tags for templates; `ui` is built in."""
