"""Full screens: home, sheet, gaps."""
