// What each edition asks, under which first-level heading, with the evidence that each criterion needs and the indicator that it measures.
MATCH (d:Edition)-[:HAS_CRITERION]->(c:Criterion)
OPTIONAL MATCH (c)-[:NEEDS]->(t:EvidenceType)
WITH d, c, t ORDER BY t.id
WITH d, c, collect(t.id) AS needs
OPTIONAL MATCH (c)-[:MEASURES]->(i:Indicator)
OPTIONAL MATCH (c)-[:PART_OF]->(p:Criterion)
OPTIONAL MATCH (p)-[:PART_OF]->(a:Criterion)
RETURN d.id AS edition, c AS criterion, needs, i.id AS indicator, coalesce(a.title, p.title) AS area
ORDER BY d.id, c.ordinal
