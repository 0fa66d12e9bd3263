// Every policy, with where it applies.
MATCH (d:Policy)
WHERE d.status <> 'stub'
OPTIONAL MATCH (d)-[:APPLIES_IN]->(j:Jurisdiction)
RETURN d AS document, j.id AS place
ORDER BY d.id, place
