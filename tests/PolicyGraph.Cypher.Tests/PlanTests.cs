using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Tests;

/// <summary>EXPLAIN and PROFILE, and what is noticed about a statement.</summary>
public sealed class PlanTests : IDisposable
{
    private readonly GraphStore store = GraphStore.InMemory();
    private readonly EmbeddedGraphDatabase database;

    public PlanTests()
    {
        database = new EmbeddedGraphDatabase(store);
        Run("CREATE CONSTRAINT policy_id FOR (p:Policy) REQUIRE p.id IS UNIQUE");
        Run("UNWIND range(1, 20) AS i CREATE (:Policy {id: 'd' + i, year: 2000 + i})");
        Run("MATCH (a:Policy {id: 'd1'}), (b:Policy) WHERE b.year > 2015 CREATE (a)-[:CITES]->(b)");
    }

    public void Dispose() => store.Dispose();

    [Fact]
    public void Explain_OfQuery_GivesPlanAndRunsNothing()
    {
        var result = Run("EXPLAIN CREATE (:Policy {id: 'new'})");
        Assert.Empty(result.Rows);
        Assert.Equal(["ProduceResults", "Update", "Argument"], result.Plan?.Steps().Select(s => s.Step.Operator));
        Assert.All(result.Plan?.Steps() ?? [], s => Assert.Null(s.Step.Rows));
        Assert.Equal(20, Run("MATCH (p:Policy) RETURN count(p) AS n").Rows[0][0].AsInteger());
    }

    [Fact]
    public void Profile_OfQuery_CountsRowsOfEveryOperator()
    {
        var result = Run("PROFILE MATCH (a:Policy {id: 'd1'})-[r:CITES]->(b) WHERE b.year > 2018 RETURN b.id AS id");
        Assert.Equal(2, result.Rows.Count);
        Assert.Equal(
            ["ProduceResults 2 id", "Projection 2 b.id AS id", "Filter 2 b.year > 2018", "Expand 5 (a)-[r:CITES]->(b)", "Filter 1 a.id = 'd1'", "Filter 1 a:Policy", "NodeIndexSeek 1 a:Policy(id)", "Argument 1 "],
            result.Plan?.Steps().Select(s => $"{s.Step.Operator} {s.Step.Rows} {s.Step.Details}"));
    }

    [Fact]
    public void Profile_OfOptionalMatch_ShowsTheInnerPlanSetIn()
    {
        var steps = Run("PROFILE MATCH (a:Policy {id: 'd2'}) OPTIONAL MATCH (a)-[:CITES]->(b) RETURN b").Plan?.Steps().ToList() ?? [];
        var apply = steps.FindIndex(s => s.Step.Operator == "OptionalApply");
        Assert.Equal(1, steps[apply + 1].Depth);
        Assert.Contains(steps, s => s is { Depth: 1, Step: { Operator: "Expand", Rows: 0 } });
    }

    [Fact]
    public void Statement_WithoutPrefix_HasNoPlan() => Assert.Null(Run("RETURN 1 AS n").Plan);

    [Theory]
    [InlineData("MATCH (p:Polciy) RETURN p", "Neo.ClientNotification.Statement.UnknownLabelWarning", 1, 10, "Policy")]
    [InlineData("MATCH (p:Policy)-[:CITE]->(q) RETURN q", "Neo.ClientNotification.Statement.UnknownRelationshipTypeWarning", 1, 20, "CITES")]
    [InlineData("MATCH (p:Policy)\nWHERE p.yaer = 2016 RETURN p", "Neo.ClientNotification.Statement.UnknownPropertyKeyWarning", 2, 7, "year")]
    [InlineData("MATCH (p:Policy {yaer: 2016}) RETURN p", "Neo.ClientNotification.Statement.UnknownPropertyKeyWarning", 1, 18, "year")]
    public void Name_ThatTheGraphDoesNotKnow_IsNoticedWithTheNearest(string query, string code, int line, int column, string hint)
    {
        var result = Run(query);
        var notice = Assert.Single(result.Notices);
        Assert.Equal((code, line, column, hint), (notice.Code, notice.Line, notice.Column, notice.Hint));
        Assert.Contains(hint, notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_ThatIsNearNothing_HasNoHint() => Assert.Null(Assert.Single(Run("MATCH (p:Certificate) RETURN p").Notices).Hint);

    [Theory]
    [InlineData("MATCH (p:Policy)-[:CITES]->(q) WHERE q.year > 2016 RETURN q")]
    [InlineData("CREATE (d:Draft {note: '征求意见稿'}) RETURN d.note")]
    [InlineData("MERGE (d:Draft2 {note2: '征求意见稿'})-[:REPLACES]->(:Draft3) RETURN d.note2")]
    [InlineData("UNWIND [{any: 1}] AS row RETURN row.any")]
    public void Statement_WhoseNamesAreKnownOrMade_IsNotNoticed(string query) => Assert.Empty(Run(query).Notices);

    [Theory]
    [InlineData("RETURN tooUpper('a')", "toUpper")]
    [InlineData("MATCH (policy:Policy) RETURN polcy.id", "policy")]
    [InlineData("CALL db.lables()", "db.labels")]
    public void Function_VariableOrProcedure_Misspelt_IsAnErrorWithTheNearest(string query, string hint) =>
        Assert.Equal(hint, Assert.Throws<GraphException>(() => Run(query)).Hint);

    private GraphResult Run(string query) => database.ExecuteAsync(new GraphQuery(query, Access: GraphAccess.Write)).GetAwaiter().GetResult();
}
