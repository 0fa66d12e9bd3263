// Every provision of the policies with its own place in the text.
MATCH (d:Policy)-[:HAS_PROVISION]->(:Provision)-[:HAS_PART*0..12]->(p:Provision)
RETURN DISTINCT p.id AS id, p.documentId AS document, p.path AS path, p.heading AS heading, p.text AS text, p.start AS start, p.end AS end, p.ordinal AS ordinal
ORDER BY document, ordinal
