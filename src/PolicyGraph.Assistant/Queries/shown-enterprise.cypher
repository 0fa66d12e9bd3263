// The papers of the enterprise that an answer is about.
MATCH (e:Enterprise)-[:PROVIDES]->(d:Document)
WHERE e.id IN $ids OR e.name IN $ids
RETURN e.name AS enterprise, d.id AS document, d.type AS type
ORDER BY document
