using System.Globalization;
using Xunit.Abstractions;

namespace PolicyGraph.Api.Tests.Hosting;

/// <summary>What must hold whatever people do, in whatever order: the graph is what originals and journal make it.</summary>
public sealed class HistoryTests(ITestOutputHelper output)
{
    /// <summary>A few in seconds; many when the long form is asked for.</summary>
    private static int Histories => Environment.GetEnvironmentVariable("POLICYGRAPH_LONG") is null ? 8 : 200;

    [Fact]
    public async Task Rebuild_AfterAnyHistory_GivesTheSameGraphNodeByNode()
    {
        var steps = 0;
        for (var seed = 0; seed < Histories; seed++)
        {
            using var folder = new DataFolder();
            var history = new GeneratedHistory(seed);
            Directory.CreateDirectory(Path.Combine(folder.Files, "policies"));
            await folder.IngestAsync("policies"); // The first ingest, and every rebuild, brings the ontology.
            await folder.WriteAsync("CREATE (:Note {text: '开始'})");
            for (var step = 0; step < 24; step++, steps++)
            {
                await history.StepAsync(folder);
            }

            await folder.WriteAsync("CREATE (:Note {text: '结束'})"); // A turn in which what never was committed is taken back.
            var before = await folder.GraphAsync();
            await folder.RebuildAsync();
            Same(before, await folder.GraphAsync(), history.Log, "rebuild");
        }

        output.WriteLine($"rebuild equals the graph: {Histories} histories (seeds 0 to {Histories - 1}), {steps} steps");
    }

    [Fact]
    public async Task Policies_IngestedInAnyOrder_GiveTheSameGraph()
    {
        for (var seed = 0; seed < Histories; seed++)
        {
            var random = new Random(seed);
            using var one = new DataFolder();
            using var other = new DataFolder();
            var texts = Enumerable.Range(0, 6).Select(i => GeneratedHistory.Policy(i, i, random)).ToArray();
            int[] order = [.. Enumerable.Range(0, 6)];
            await IngestAsync(one, texts, order);
            random.Shuffle(order);
            await IngestAsync(other, texts, order);
            Same(await one.GraphAsync(), await other.GraphAsync(), [$"seed {seed}", string.Join(",", order), .. texts], "order");

            // One goes and comes back: its edges go to a stub and return.
            var id = (await other.RowsAsync("MATCH (d:Policy) RETURN d.id ORDER BY d.id"))[random.Next(6)][0].AsString() ?? string.Empty;
            await other.RemoveAsync(id);
            await IngestAsync(other, texts, order);
            Same(await one.GraphAsync(), await other.GraphAsync(), [$"seed {seed}", $"without {id} and with it again", .. texts], "return");
        }

        output.WriteLine($"order and return: {Histories} sets (seeds 0 to {Histories - 1})");
    }

    [Fact]
    public async Task Ingest_EndedAnywhere_GoesOnWhereItStopped()
    {
        for (var seed = 0; seed < Histories; seed++)
        {
            var random = new Random(seed);
            using var whole = new DataFolder();
            using var cut = new DataFolder();
            for (var i = 0; i < 6; i++)
            {
                var text = GeneratedHistory.Policy(i, i, random);
                whole.Write($"policies/{i}.txt", text);
                cut.Write($"policies/{i}.txt", text);
            }

            await whole.IngestAsync("policies");
            var done = random.Next(6);
            for (var i = 0; i < done; i++)
            {
                await cut.IngestAsync($"policies/{i}.txt");
            }

            var report = await cut.IngestAsync("policies");
            Assert.Equal(done, report.Documents.Count(d => d.Status == Ingestion.DocumentStatus.Unchanged));
            Same(await whole.GraphAsync(), await cut.GraphAsync(), [string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {done} done")], "resume");
        }

        output.WriteLine($"resume: {Histories} interrupted ingests (seeds 0 to {Histories - 1})");
    }

    private static async Task IngestAsync(DataFolder folder, string[] texts, int[] order)
    {
        foreach (var i in order)
        {
            folder.Write($"{i}.txt", texts[i]);
            await folder.IngestAsync($"{i}.txt");
        }
    }

    private static void Same(IReadOnlyList<string> expected, IReadOnlyList<string> actual, IEnumerable<string> history, string what)
    {
        string[] lost = [.. expected.Except(actual)];
        string[] extra = [.. actual.Except(expected)];
        Assert.True(lost.Length + extra.Length == 0 && expected.Count == actual.Count, $"{what}: {expected.Count} and {actual.Count}\n{string.Join('\n', history)}\nonly before:\n{string.Join('\n', lost.Take(8))}\nonly after:\n{string.Join('\n', extra.Take(8))}");
    }
}
