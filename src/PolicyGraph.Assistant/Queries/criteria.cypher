// The criteria of each edition: what each asks for.
MATCH (e:Edition)-[:HAS_CRITERION]->(c:Criterion)
RETURN c.id AS id, e.id AS edition, c.clause AS clause, c.title AS title, c.asks AS asks, c.kind AS kind, c.sources AS sources
ORDER BY id
