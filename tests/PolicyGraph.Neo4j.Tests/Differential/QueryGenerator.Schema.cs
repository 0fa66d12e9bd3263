namespace PolicyGraph.Neo4j.Tests.Differential;

/// <summary>Indexes and constraints.</summary>
internal sealed partial class QueryGenerator
{
    private GeneratedQuery Schema(Production production) => Write(Use(production, production switch
    {
        Production.CreateIndex => Pick(
            $"CREATE {Pick(string.Empty, "RANGE ", "TEXT ")}INDEX {Pick("fresh ", "`索引 一` ")}{Pick(string.Empty, "IF NOT EXISTS ")}FOR (n:{Pick("Fresh", "Document")}) ON (n.{Pick("title", "kind")})",
            $"CREATE INDEX {Pick("fresh ", string.Empty, "firm_name ")}{Pick(string.Empty, "IF NOT EXISTS ")}FOR (n:{Pick("Firm", "Fresh")}) ON {Pick("n.name", "(n.name)", "(n.name, n.founded)", "(n.id, n.name, n.place)")}",
            "CREATE FULLTEXT INDEX fresh FOR (n:Fresh) ON EACH [n.title]",
            $"CREATE INDEX fresh FOR ()-[r:{Pick("NEXT", "MADE")}]{Pick("-", "->")}() ON (r.w)"),
        Production.CreateConstraint => Pick(
            $"CREATE CONSTRAINT {Pick("fresh ", string.Empty, "document_id ")}{Pick(string.Empty, "IF NOT EXISTS ")}FOR (n:{Pick("Document", "Fresh", "Firm")}) REQUIRE {Pick("n.id", "(n.id)", "(n.id, n.name)", "n.binding")} IS {Pick("UNIQUE", "NODE UNIQUE")}",
            $"CREATE CONSTRAINT fresh FOR (n:Fresh) REQUIRE n.id IS {Pick("NOT NULL", "NODE KEY", "KEY")}",
            $"CREATE CONSTRAINT fresh FOR ()-[r:{Pick("KEEPS", "NEXT", "MADE")}]-() REQUIRE r.w IS {Pick("UNIQUE", "RELATIONSHIP UNIQUE")}"),
        Production.DropSchema => Pick("DROP INDEX firm_name", "DROP CONSTRAINT document_id", "DROP INDEX nope IF EXISTS", "DROP CONSTRAINT nope IF EXISTS", "DROP INDEX nope", "DROP CONSTRAINT nope", "DROP CONSTRAINT document_id IF EXISTS", "DROP INDEX document_id", "DROP CONSTRAINT firm_name"),
        _ => Pick(
            $"SHOW {Pick(string.Empty, "RANGE ")}INDEXES YIELD name, type, entityType, labelsOrTypes, properties, owningConstraint WHERE type = 'RANGE' RETURN *",
            "SHOW CONSTRAINTS YIELD name, type, entityType, labelsOrTypes, properties, ownedIndex",
            "SHOW INDEXES YIELD name WHERE name STARTS WITH 'firm'",
            $"SHOW {Pick(string.Empty, "UNIQUE ", "UNIQUENESS ")}CONSTRAINTS YIELD name AS n {Pick(string.Empty, "WHERE n <> 'x' ")}RETURN count(n) AS c"),
    }));
}
