namespace PolicyGraph.Neo4j.Tests.Conformance;

/// <summary>The suite covers what the product says to a store.</summary>
public sealed class CoverageTests
{
    /// <summary>Statements of the schema cannot stand beside others in one transaction; the suite makes and drops a constraint and an index instead.</summary>
    private static readonly IReadOnlyList<(string Place, string Statement)> Product =
        [.. ProductStatements.All().Where(s => !((string[])["CREATE CONSTRAINT", "CREATE INDEX", "DROP CONSTRAINT", "DROP INDEX"]).Any(b => s.Statement.StartsWith(b, StringComparison.Ordinal)))];

    [Fact]
    public void Statements_OfTheProduct_HaveAScenarioEach()
    {
        var scenarios = ConformanceScenario.All.Where(s => !s.IsConstruct).ToList();
        var without = Product.Where(p => !scenarios.Exists(s => ProductStatements.IsFrom(s.Query, p.Statement))).Select(p => $"{p.Place}: {p.Statement}").ToList();
        Assert.True(without.Count == 0, $"Give each of these a scenario with its rows, in queries.scenario or statements.scenario:\n{string.Join("\n", without)}");
        Assert.True(Product.Count > 90, "the source was read");
        var unused = scenarios.Where(s => !Product.Any(p => ProductStatements.IsFrom(s.Query, p.Statement))).Select(s => s.Name).ToList();
        Assert.True(unused.Count == 0, $"The product says this no more: {string.Join(", ", unused)}");
    }

    [Fact]
    public void Constructs_OfTheProduct_AreAllInTheSuite()
    {
        var covered = ConformanceScenario.All.Where(s => s.IsConstruct && s.Error is null).SelectMany(s => (string[])[s.Query, .. s.Then is { } then ? [then] : (string[])[]]).SelectMany(StatementConstructs.Of).ToHashSet(StringComparer.Ordinal);
        var missing = ConformanceScenario.All.Where(s => !s.IsConstruct).SelectMany(s => StatementConstructs.Of(s.Query).Where(c => !covered.Contains(c)).Select(c => $"{c} ({s.Name})")).ToList();
        Assert.True(missing.Count == 0, $"The product uses what constructs.scenario does not hold on both stores:\n{string.Join("\n", missing)}");
        Assert.Contains("function elementid", covered);
        Assert.DoesNotContain("ListComprehension", covered); // A new construct in a statement is noticed.
    }
}
