// The clauses that an answer states.
MATCH (p)-[:HAS_CLAUSE]->(c:Clause)
WHERE c.id IN $ids
RETURN c.id AS id, p.title AS document, c.clause AS provision, c.statement AS statement, c.source AS source
ORDER BY id
