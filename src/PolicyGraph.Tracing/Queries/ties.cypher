// Which document rests on which: what it cites and in which role, and what somebody has written into the graph.
MATCH (a:Policy)-[r]->(b:Document)
WHERE type(r) IN ['CITES', 'BASED_ON', 'IMPLEMENTS', 'REPEALS']
RETURN a.id AS citing, b.id AS cited, b.status AS status, r AS tie
