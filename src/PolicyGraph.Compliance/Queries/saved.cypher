// The last assessment that was saved for an enterprise and a set of standards, with its findings.
MATCH (a:Assessment {enterpriseId: $enterprise, standardSet: $standards})
WITH a ORDER BY a.savedAt DESC, a.id LIMIT 1
MATCH (a)-[:HAS_FINDING]->(f:Finding)
RETURN a AS assessment, f AS finding
ORDER BY f.ordinal
