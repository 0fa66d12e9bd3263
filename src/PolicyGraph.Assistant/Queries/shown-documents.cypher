// The documents that an answer speaks of.
MATCH (d:Document)
WHERE d.id IN $ids
RETURN d.id AS id, d.title AS title, d.documentNumber AS number, d.issuingAuthorities AS issuers, d.signedOn AS signedOn
ORDER BY id
