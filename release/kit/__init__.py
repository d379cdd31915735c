"""The files of the offline installer that are not wheels."""
