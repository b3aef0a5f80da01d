"""What the map shows within an area: each activity's point, and the lines between places."""
