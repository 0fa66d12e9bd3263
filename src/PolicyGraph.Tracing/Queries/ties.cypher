// Which document rests on which: what it cites and in which role, and what somebody has written into the graph.
MATCH (a:Policy)-[r:CITES|BASED_ON|IMPLEMENTS|REPEALS]->(b:Document)
RETURN DISTINCT a.id AS citing, b.id AS cited, b.status AS status, r.title AS title, type(r) AS type, r.role AS role
ORDER BY citing, cited, type, role, title
