// Editions of the evaluation standards and how long each holds.
MATCH (e:Edition)
OPTIONAL MATCH (e)-[:SUPERSEDES]->(o:Edition)
RETURN e.id AS id, e.title AS title, e.number AS number, e.validFrom AS validFrom, e.validUntil AS validUntil, e.why AS why, collect(o.id) AS replaces
ORDER BY id
