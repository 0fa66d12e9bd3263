using System.Globalization;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using Xunit.Abstractions;

namespace PolicyGraph.Neo4j.Tests.Differential;

/// <summary>Generated queries, answered by the embedded graph as by a Neo4j 5.26 server.</summary>
/// <remarks>Each production is the middle of 20 queries where POLICYGRAPH_LONG is 1, of 5 otherwise; POLICYGRAPH_SEED takes another seed than the recorded one.</remarks>
[Collection(TestServer.Name)]
public sealed class DifferentialTests(TestServer server, ITestOutputHelper output)
{
    private const int LeastUses = 5;
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("POLICYGRAPH_LONG") == "1";
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("POLICYGRAPH_SEED") ?? "20261121", CultureInfo.InvariantCulture);

    [ServerFact]
    public async Task Queries_Generated_AreAnsweredAsTheServerAnswers()
    {
        var generator = new QueryGenerator(Seed);
        var queries = generator.Take(Enum.GetValues<Production>().Length * (IsLong ? 20 : LeastUses)).ToList();
        var explained = ExplainedDifference.All();
        Assert.True(explained.Count <= ExplainedDifference.Most, $"{explained.Count} classes of difference are explained, at most {ExplainedDifference.Most} may be");
        await server.EmptyAsync();
        await using var remote = server.Open();
        using var store = GraphStore.InMemory();
        await using var embedded = new EmbeddedGraphDatabase(store);
        foreach (var statement in GeneratedQuery.Graph)
        {
            await remote.ExecuteAsync(new GraphQuery(statement, null, GraphAccess.Write));
            await embedded.ExecuteAsync(new GraphQuery(statement, null, GraphAccess.Write));
        }

        List<string> differences = [];
        Dictionary<string, int> passedOver = [];
        var failing = 0;
        foreach (var query in queries)
        {
            var (theirs, ours) = (await Answered.AskAsync(remote, query), await Answered.AskAsync(embedded, query));
            failing += theirs.Detail.Length > 0 ? 1 : 0;
            if (theirs.Text == ours.Text)
            {
                continue;
            }

            if (explained.FirstOrDefault(e => e.Explains(query, theirs, ours)) is { } known)
            {
                passedOver[known.Name] = passedOver.GetValueOrDefault(known.Name) + 1;
            }
            else
            {
                differences.Add(Difference(query, theirs, ours));
            }
        }

        Report(generator, queries, failing, differences, passedOver);
        Assert.True(differences.Count == 0, $"{differences.Count} of {queries.Count} queries (seed {Seed}) are answered otherwise:\n{string.Join("\n\n", differences.Take(40))}");
        Assert.All(generator.Coverage, c => Assert.True(c.Uses >= LeastUses, $"{c.Production} was used {c.Uses} times, not {LeastUses}"));
    }

    [Fact]
    public void Generator_OfOneSeed_WritesTheSameQueries() =>
        Assert.Equal(new QueryGenerator(7).Take(300).Select(q => q.Text), new QueryGenerator(7).Take(300).Select(q => q.Text));

    private void Report(QueryGenerator generator, List<GeneratedQuery> queries, int failing, List<string> differences, Dictionary<string, int> passedOver)
    {
        output.WriteLine($"seed {Seed}: {queries.Count} queries, {queries.Count(q => q.Writes)} of them writes, {failing} that the server refuses; {differences.Count} answered otherwise");
        foreach (var (name, count) in passedOver)
        {
            output.WriteLine($"explained: {name}: {count}");
        }

        output.WriteLine("uses of each production: " + string.Join(", ", generator.Coverage.Select(c => $"{c.Production} {c.Uses}")));
    }

    private static string Difference(GeneratedQuery query, Answered theirs, Answered ours)
    {
        var given = string.Join(", ", query.Parameters.Select(p => $"{p.Key}: {p.Value.GetType().Name}"));
        if (theirs.Detail.Length > 0 || ours.Detail.Length > 0)
        {
            return $"{query.Text} {given}\n  server   {First(theirs)}\n  embedded {First(ours)}";
        }

        var differing = theirs.Text.Split('\n').Zip(ours.Text.Split('\n')).FirstOrDefault(p => p.First != p.Second);
        return $"{query.Text} {given}\n  server   {differing.First ?? $"{theirs.Text.Split('\n').Length} lines"}\n  embedded {differing.Second ?? $"{ours.Text.Split('\n').Length} lines"}";
    }

    private static string First(Answered answer) => answer.Text.Split('\n') is [var only] ? $"{only} {answer.Detail}" : string.Join(" / ", answer.Text.Split('\n').Take(3));
}
