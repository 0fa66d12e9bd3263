using System.Diagnostics;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Tests;

/// <summary>Nothing that is asked runs without end, without bound or into the stack.</summary>
public sealed class LimitTests : IDisposable
{
    private readonly GraphStore store = GraphStore.InMemory();

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task CartesianProductOfRanges_OverItsTime_EndsWithLimit()
    {
        var clock = Stopwatch.StartNew();
        var error = await Fails("UNWIND range(1, 10000000) AS a UNWIND range(1, 10000000) AS b RETURN sum(a * b)", new GraphLimits(TimeSpan.FromSeconds(0.5), 1000, 16 << 20));
        Assert.Equal(GraphErrorClass.Limit, error.Class);
        Assert.Equal("Neo.ClientError.Transaction.TransactionTimedOut", error.Code);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0.4, 10);
    }

    [Theory]
    [InlineData("UNWIND range(1, 100000000) AS x RETURN collect(x)")]
    [InlineData("UNWIND range(1, 100000000) AS x WITH DISTINCT x RETURN count(*)")]
    [InlineData("UNWIND range(1, 100000000) AS x WITH x ORDER BY -x RETURN count(x)")]
    public async Task OperatorThatHoldsRows_OverItsMemory_EndsWithLimit(string query) =>
        Assert.Equal(GraphErrorClass.Limit, (await Fails(query, new GraphLimits(TimeSpan.FromMinutes(1), 1000, 4 << 20))).Class);

    [Fact]
    public async Task Result_OverItsRows_EndsWithLimit() =>
        Assert.Equal(GraphErrorClass.Limit, (await Fails("UNWIND range(1, 1001) AS x RETURN x", new GraphLimits(TimeSpan.FromMinutes(1), 1000, 64 << 20))).Class);

    [Theory]
    [InlineData("RETURN ", "(", "1", ")")]
    [InlineData("RETURN ", "[", "1", "]")]
    [InlineData("RETURN ", "coalesce(", "1", ")")]
    [InlineData("RETURN ", "NOT ", "true", "")]
    [InlineData("RETURN ", "{a: ", "1", "}")]
    [InlineData("RETURN ", "- ", "1", "")]
    [InlineData("MATCH (n:", "(", "Policy", ")")]
    [InlineData("", "CALL { ", "RETURN 1 AS x", " }")]
    public void NestedText_TenThousandDeep_EndsWithLimit(string head, string open, string core, string close)
    {
        var text = head + string.Concat(Enumerable.Repeat(open, 10_000)) + core + string.Concat(Enumerable.Repeat(close, 10_000));
        Assert.Equal(GraphErrorClass.Limit, Assert.Throws<GraphException>(() => CypherStatement.Parse(text)).Class);
    }

    [Fact]
    public async Task ChainOfOperators_OverItsLength_EndsWithLimit() =>
        Assert.Equal(GraphErrorClass.Limit, (await Fails("RETURN 1" + string.Concat(Enumerable.Repeat(" + 1", 100_000)), GraphLimits.Default)).Class);

    [Fact]
    public async Task ChainOfOperators_OfThousand_IsComputed()
    {
        await using var database = new EmbeddedGraphDatabase(store);
        var result = await database.ExecuteAsync(new GraphQuery("RETURN 1" + string.Concat(Enumerable.Repeat(" + 1", 1000)) + " AS n"));
        Assert.Equal(1001, result.Rows[0][0].AsInteger());
    }

    [Fact]
    public async Task RunningQuery_Cancelled_EndsSoon()
    {
        await using var database = new EmbeddedGraphDatabase(store);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.ExecuteAsync(new GraphQuery("UNWIND range(1, 1000000000) AS x RETURN count(x)") { Limits = GraphLimits.None }, cancel.Token));
    }

    [Fact]
    public async Task RegularExpression_ThatBacktracks_TakesTimeInProportion()
    {
        await using var database = new EmbeddedGraphDatabase(store);
        var result = await database.ExecuteAsync(new GraphQuery("RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a|a|aa)+' AS x"));
        Assert.False(result.Rows[0][0].AsBoolean());
    }

    private async Task<GraphException> Fails(string query, GraphLimits limits)
    {
        await using var database = new EmbeddedGraphDatabase(store);
        return await Assert.ThrowsAsync<GraphException>(() => database.ExecuteAsync(new GraphQuery(query) { Limits = limits }));
    }
}
