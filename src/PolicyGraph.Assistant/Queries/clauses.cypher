// Facts of standards and policies whose text is not in the corpus, in the project's own words.
MATCH (p)-[:HAS_CLAUSE]->(c:Clause)
RETURN c.id AS id, c.clause AS clause, c.kind AS kind, c.topics AS topics, c.statement AS statement, c.statementEn AS english, c.certainty AS certainty,
  c.source AS source, p.id AS publication, p.title AS title, p.number AS number, p.aliases AS aliases, p.validFrom AS validFrom, p.validUntil AS validUntil
ORDER BY id
