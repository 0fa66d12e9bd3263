// The enterprises that go by a credit code, a name or a former name, and the GB/T 2260 code of where each lies.
MATCH (e:Enterprise)
WHERE e.id = $enterprise OR e.name = $enterprise OR $enterprise IN coalesce(e.formerNames, [])
OPTIONAL MATCH (e)-[:LOCATED_IN]->(j:Jurisdiction)
RETURN e AS enterprise, j.code AS place
ORDER BY e.id
