"""The parts of the screen Impor: queue of files, preview of one, columns of its tables, a folder that is watched."""
