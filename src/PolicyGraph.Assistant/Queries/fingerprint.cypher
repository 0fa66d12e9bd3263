// Tells one state of the readable graph from another.
MATCH (d:Policy)
RETURN d.id AS id, d.sha256 AS sha256, d.processedBy AS processedBy
ORDER BY id
