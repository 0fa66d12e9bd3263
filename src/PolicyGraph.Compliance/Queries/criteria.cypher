// What each edition asks, with the evidence that each criterion needs.
MATCH (d:Edition)-[:HAS_CRITERION]->(c:Criterion)
OPTIONAL MATCH (c)-[:NEEDS]->(t:EvidenceType)
WITH d, c, t ORDER BY t.id
WITH d, c, collect(t.id) AS needs
RETURN d.id AS edition, c AS criterion, needs
ORDER BY d.id, c.ordinal
