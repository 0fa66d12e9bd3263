// Every target of the policies with the provision that sets it.
MATCH (d:Policy)-[:HAS_PROVISION]->(:Provision)-[:HAS_PART*0..12]->(p:Provision)-[:SETS]->(t:Target)
RETURN DISTINCT t.id AS id, t.documentId AS document, p.path AS path, t.indicator AS indicator, t.value AS value, t.valueMax AS valueMax, t.unit AS unit,
  t.comparator AS comparator, t.change AS change, t.year AS year, t.baseYear AS baseYear, t.baseValue AS baseValue, t.scope AS scope, t.binding AS binding,
  t.quote AS quote, t.start AS start, t.end AS end
ORDER BY document, start
