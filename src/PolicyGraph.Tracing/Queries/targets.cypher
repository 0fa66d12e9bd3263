// Every target, with what it measures.
MATCH (t:Target)-[:MEASURES]->(i:Indicator)
RETURN t AS target, i.id AS indicator
ORDER BY t.id
