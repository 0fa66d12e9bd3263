// The targets that an answer states.
MATCH (p:Provision)-[:SETS]->(t:Target)
WHERE t.id IN $ids
RETURN t.id AS id, t.documentId AS document, p.path AS provision, t.indicator AS indicator, t.value AS value, t.valueMax AS valueMax, t.unit AS unit, t.year AS year,
  t.baseYear AS baseYear, t.baseValue AS baseValue, t.scope AS scope, t.quote AS quote
ORDER BY id
