"""What the adviser looks at and says, and the way from 填报中 to 定稿."""
