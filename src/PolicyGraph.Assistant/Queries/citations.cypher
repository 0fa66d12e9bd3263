// What the policies cite, with the words of the citation.
MATCH (d:Policy)-[r:CITES|BASED_ON|IMPLEMENTS|AMENDS|REPEALS]->(c:Document)
RETURN d.id AS document, type(r) AS relation, c.title AS title, c.documentNumber AS number, r.quote AS quote, r.start AS start, r.end AS end
ORDER BY document, start, relation
