"""Words that help two people begin: as data files, each read by a module of its name."""
