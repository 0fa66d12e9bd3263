// The enterprises that go by a credit code, a name or a former name.
MATCH (e:Enterprise)
WHERE e.id = $enterprise OR e.name = $enterprise OR $enterprise IN coalesce(e.formerNames, [])
RETURN e AS enterprise
ORDER BY e.id
