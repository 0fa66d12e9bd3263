// An enterprise's papers, what each is, and what it states.
MATCH (e:Enterprise {id: $id})-[:PROVIDES]->(f:EvidenceFile)
OPTIONAL MATCH (f)-[:IS_A]->(t:EvidenceType)
OPTIONAL MATCH (f)-[:STATES]->(x:Fact)
RETURN f.id AS document, f.path AS path, f.sha256 AS sha256, f.processedBy AS processedBy, t.id AS type, f.status AS status, f.characters AS characters, f.format AS format, x AS fact
ORDER BY f.path, f.id, x.ordinal
