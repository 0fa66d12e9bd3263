// The criteria that an answer states.
MATCH (e:Edition)-[:HAS_CRITERION]->(c:Criterion)
WHERE c.id IN $ids
RETURN c.id AS id, e.title AS document, c.clause AS provision, c.title AS title, c.asks AS asks
ORDER BY id
