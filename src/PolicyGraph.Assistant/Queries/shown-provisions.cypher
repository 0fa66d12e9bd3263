// The provisions that an answer quotes.
MATCH (d:Document)-[:HAS_PROVISION]->(:Provision)-[:HAS_PART*0..12]->(p:Provision)
WHERE p.id IN $ids
RETURN DISTINCT p.id AS id, d.title AS document, p.path AS provision, p.text AS text
ORDER BY id
