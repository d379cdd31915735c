"""What is made from the tree for those who use it: the offline installer and the README's pictures."""
