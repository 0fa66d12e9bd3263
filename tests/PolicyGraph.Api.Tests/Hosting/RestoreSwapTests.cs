using PolicyGraph.Api.Hosting;
using PolicyGraph.Graph;
using Path = System.IO.Path;

namespace PolicyGraph.Api.Tests.Hosting;

/// <summary>A restore that is cut off between its moves is ended by whoever opens the folder next: what was there is aside, what was restored is in place.</summary>
public sealed class RestoreSwapTests
{
    [Fact]
    public async Task Open_AfterARestoreThatWasCutOffAnywhere_EndsIt()
    {
        for (var done = 0; done <= 5; done++)
        {
            using var folder = new DataFolder();
            await folder.WriteAsync("CREATE (:Note {text: '备份里的'})");
            var data = folder.Data;
            var half = Path.Combine(data, RestoreSwap.Half);
            Directory.CreateDirectory(half);
            Directory.Move(Path.Combine(data, "graph"), Path.Combine(half, "graph"));
            File.Move(Path.Combine(data, "journal.jsonl"), Path.Combine(half, "journal.jsonl"));
            await folder.WriteAsync("CREATE (:Note {text: '原来的'})");
            Directory.CreateDirectory(Path.Combine(data, "conversations"));
            var swap = new RestoreSwap("replaced.1", [new("graph", "graph"), new("journal.jsonl", "journal.jsonl"), new("conversations", "conversations")], [new("journal.jsonl", "journal.jsonl"), new("graph", "graph")]);
            swap.Write(data);
            foreach (var (from, to) in swap.Moves(data).Take(done))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(to) ?? data);
                Directory.Move(from, to);
            }

            await using (var workspace = Workspace.Open(data, null, GraphAccess.Read))
            {
                var rows = await workspace.Graph.ExecuteAsync(new GraphQuery("MATCH (n:Note) RETURN n.text", null, GraphAccess.Read), CancellationToken.None);
                Assert.Equal("备份里的", Assert.Single(rows.Rows)[0].AsString());
            }

            Assert.False(RestoreSwap.IsUnfinished(data));
            Assert.False(Directory.Exists(half));
            Assert.Contains("原来的", await File.ReadAllTextAsync(Path.Combine(data, "replaced.1", "journal.jsonl")), StringComparison.Ordinal);
            Assert.True(Directory.Exists(Path.Combine(data, "replaced.1", "conversations")));
            Assert.False(Directory.Exists(Path.Combine(data, "conversations")));
        }
    }
}
