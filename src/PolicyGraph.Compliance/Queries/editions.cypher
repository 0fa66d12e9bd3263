// Every edition, whether its criteria are loaded or not.
MATCH (d:Edition)
RETURN d AS edition
ORDER BY d.id
