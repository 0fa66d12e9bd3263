// Every policy, with where it applies and when it holds.
MATCH (d:Policy)
WHERE d.status <> 'stub'
OPTIONAL MATCH (d)-[:APPLIES_IN]->(j:Jurisdiction)
RETURN d.id AS id, d.title AS title, d.level AS level, d.jurisdiction AS jurisdiction, j.id AS place,
       d.signedOn AS signedOn, d.publishedOn AS publishedOn, d.effectiveFrom AS effectiveFrom, d.validUntil AS validUntil, d.repealedOn AS repealedOn,
       d.planStart AS planStart, d.planEnd AS planEnd
ORDER BY id, place
