// The last assessment that was saved for each enterprise and set of standards, with its findings.
MATCH (a:Assessment)
WITH a.enterpriseId AS enterprise, a.standardSet AS standards, max(a.savedAt) AS last
MATCH (a:Assessment {enterpriseId: enterprise, standardSet: standards, savedAt: last})-[:HAS_FINDING]->(f:Finding)
RETURN a AS assessment, f AS finding
ORDER BY a.id, f.ordinal
