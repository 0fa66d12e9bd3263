// The values that rules beside the standards set, each with the indicator that it is about.
MATCH (l:Limit)-[:MEASURES]->(i:Indicator)
RETURN l AS limit, i.id AS indicator
ORDER BY l.id
