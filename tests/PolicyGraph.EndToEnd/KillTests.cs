using System.Diagnostics;
using System.Globalization;
using PolicyGraph.Ingestion;
using Xunit.Abstractions;

namespace PolicyGraph.EndToEnd;

/// <summary><c>kill -9</c> at any moment of any command that writes: what was answered is there, nothing is there by half, and the next command goes on.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Documents = 10;
    private const int Writes = 300;

    private static readonly int Kills = Environment.GetEnvironmentVariable("POLICYGRAPH_LONG") is null ? 30 : 1000;

    private readonly Product product = new();
    private readonly Random random = new(20261121);
    private readonly Dictionary<string, TimeSpan> durations = [];
    private int lost;
    private int unasked;

    public void Dispose() => product.Dispose();

    [Fact]
    public async Task AnyCommand_KilledAnywhere_LosesNothingThatWasCommittedAndShowsNothingThatWasNot()
    {
        Prepare();
        await StoredGraph.IngestAsync(Base, Files);
        var full = await StoredGraph.LinesAsync(Base);
        var removed = Path.Combine(product.Folder, "removed");
        StoredGraph.Copy(Base, removed);
        await StoredGraph.RemoveAsync(removed, "苏工信[2021]104号");
        var without = await StoredGraph.LinesAsync(removed);
        Assert.NotEqual(full.Count, without.Count);

        var kills = new Dictionary<string, int> { ["write"] = 0, ["ingest"] = 0, ["remove"] = 0, ["rebuild"] = 0, ["compact"] = 0 };
        string[] kinds = [.. kills.Keys];
        for (var attempt = 0; kills.Values.Sum() < Kills && attempt < Kills * 4; attempt++)
        {
            var kind = kinds[attempt % kinds.Length];
            var data = Path.Combine(product.Folder, "victim");
            if (kind is not ("write" or "ingest"))
            {
                StoredGraph.Copy(Base, data);
            }

            var isKilled = kind switch
            {
                "write" => await KillWriteAsync(data),
                "ingest" => await KillIngestAsync(data, full),
                "remove" => await KillAsync(data, [full, without], "remove", "苏工信[2021]104号"),
                "rebuild" => await KillAsync(data, [full], "rebuild"),
                _ => await KillAsync(data, [full], "store", "compact"),
            };
            kills[kind] += isKilled ? 1 : 0;
            Directory.Delete(data, recursive: true);
        }

        output.WriteLine($"kill -9: {kills.Values.Sum()} ({string.Join(", ", kills.Select(k => $"{k.Key} {k.Value}"))}); committed and lost {lost}, not committed and seen {unasked}");
        Assert.Equal((0, 0), (lost, unasked));
        Assert.True(kills.Values.Sum() >= Kills, "too many commands ended before they could be killed");
    }

    private string Base => Path.Combine(product.Folder, "base");

    private string Files => Path.Combine(product.Folder, "files");

    private string Batch => Path.Combine(product.Folder, "batch.jsonl");

    private void Prepare()
    {
        Directory.CreateDirectory(Files);
        for (var i = 0; i < Documents; i++)
        {
            var basis = i == 0 ? string.Empty : $"根据《江苏省绿色制造实施方案（第{i - 1}号）》（苏工信〔2021〕{100 + i - 1}号），制定本方案。\n";
            File.WriteAllText(Path.Combine(Files, $"{i}.txt"), $"江苏省绿色制造实施方案（第{i}号）\n苏工信〔2021〕{100 + i}号\n{basis}一、目标\n到2025年，建设绿色工厂{100 + i}家。\n各市工业和信息化主管部门应当于每年4月底前报送总结。\n");
        }

        File.WriteAllLines(Batch, Enumerable.Range(0, Writes).Select(i => $"{{\"query\":\"CREATE (:Probe {{n: {i}}})-[:NEXT]->(:Half {{n: {i}}})\"}}"));
    }

    private async Task<bool> KillWriteAsync(string data)
    {
        var (answered, isKilled) = Kill(random.Next(120), ["cypher", "--write", "--file", Batch, "--format", "jsonl", "--data", data]);
        var there = (await StoredGraph.RowsAsync(data, "MATCH (p:Probe)-[:NEXT]->(h:Half) WHERE p.n = h.n RETURN p.n ORDER BY p.n")).Select(r => (int)(r[0].AsInteger() ?? -1)).ToList();
        var nodes = (await StoredGraph.RowsAsync(data, "MATCH (n) RETURN count(n)"))[0][0].AsInteger();
        Count(there.Count, answered, nodes == there.Count * 2 && there.SequenceEqual(Enumerable.Range(0, there.Count)));
        Assert.Equal(there.Count, await StoredGraph.JournalLengthAsync(data));
        return isKilled;
    }

    private async Task<bool> KillIngestAsync(string data, IReadOnlyList<string> full)
    {
        var (answered, isKilled) = Kill(random.Next(Documents), ["ingest", Files, "--data", data]);
        answered = Math.Min(answered, Documents);
        var there = (int)((await StoredGraph.RowsAsync(data, "MATCH (d:Policy) RETURN count(d)"))[0][0].AsInteger() ?? 0);
        Count(there, answered, true);
        var again = await StoredGraph.IngestAsync(data, Files);
        Assert.Equal(there, again.Documents.Count(d => d.Status == DocumentStatus.Unchanged));
        var now = await StoredGraph.LinesAsync(data);
        Assert.True(full.SequenceEqual(now), $"after a kill and the ingest again: {string.Join('\n', full.Except(now).Concat(now.Except(full)).Take(6))}");
        return isKilled;
    }

    /// <summary>Kills a command that commits once: the graph is one of those given, and making it again gives that graph as well.</summary>
    private async Task<bool> KillAsync(string data, IReadOnlyList<string>[] allowed, params string[] command)
    {
        var isKilled = KillAfter(command, [.. command, "--data", data]);
        var now = await StoredGraph.LinesAsync(data);
        if (!allowed.Any(now.SequenceEqual))
        {
            lost += allowed[0].Except(now).Count();
            unasked += now.Except(allowed[0]).Count();
        }

        Assert.InRange(await StoredGraph.JournalLengthAsync(data), Documents, Documents + 1);
        await StoredGraph.RebuildAsync(data);
        Assert.Equal(now, await StoredGraph.LinesAsync(data));
        return isKilled;
    }

    private void Count(int there, int answered, bool isWhole)
    {
        lost += Math.Max(0, answered - there);
        unasked += Math.Max(0, there - answered - 1) + (isWhole ? 0 : 1); // One commit may be durable whose answer was not written yet.
    }

    /// <summary>Kills the command once it has answered so many times; most often in the middle of the next.</summary>
    private (int Answered, bool IsKilled) Kill(int lines, string[] arguments)
    {
        using var process = product.Start(arguments);
        var answered = 0;
        while (answered < lines && process.StandardOutput.ReadLine() is not null)
        {
            answered++;
        }

        Thread.Sleep(TimeSpan.FromMicroseconds(random.Next(4000)));
        var isKilled = !process.HasExited;
        process.Kill();
        answered += process.StandardOutput.ReadToEnd().Count(c => c == '\n');
        process.WaitForExit();
        return (answered, isKilled);
    }

    private bool KillAfter(string[] command, string[] arguments)
    {
        var name = string.Join(' ', command);
        if (!durations.TryGetValue(name, out var duration))
        {
            var clock = Stopwatch.StartNew();
            using var whole = product.Start([.. command, "--data", CopyOfBase()]);
            whole.StandardOutput.ReadToEnd();
            whole.WaitForExit();
            durations[name] = duration = clock.Elapsed;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} takes {duration.TotalMilliseconds:0} ms"));
        }

        var since = Stopwatch.StartNew();
        using var process = product.Start(arguments);
        var isKilled = !process.WaitForExit(duration * (0.35 + (random.NextDouble() * 0.6)));
        if (!isKilled)
        {
            durations[name] = TimeSpan.FromTicks(Math.Min(duration.Ticks, since.Elapsed.Ticks)); // The machine is quicker than it was.
        }

        process.Kill();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return isKilled;
    }

    private string CopyOfBase()
    {
        var copy = Path.Combine(product.Folder, "whole-" + Guid.NewGuid().ToString("N"));
        StoredGraph.Copy(Base, copy);
        return copy;
    }
}
