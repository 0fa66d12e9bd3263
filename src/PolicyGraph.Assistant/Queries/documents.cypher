// The policies that were read, and what is known about each.
MATCH (d:Policy)
RETURN d.id AS id, d.title AS title, d.documentNumber AS number, d.issuingAuthorities AS issuers, d.level AS level, d.jurisdiction AS jurisdiction,
  d.kind AS kind, d.signedOn AS signedOn, d.publishedOn AS publishedOn, d.effectiveFrom AS effectiveFrom, d.validUntil AS validUntil,
  d.planStart AS planStart, d.planEnd AS planEnd, d.uncertain AS uncertain, d.sha256 AS sha256, d.path AS path
ORDER BY d.id
