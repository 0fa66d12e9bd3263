// The version of the ontology that the graph holds: of its criteria and rules.
MATCH (o:Ontology)
RETURN o.version AS version
