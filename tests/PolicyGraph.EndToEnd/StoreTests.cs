using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Numerics;
using System.Text.Json;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Graph;
using Path = System.IO.Path;

namespace PolicyGraph.EndToEnd;

/// <summary>The data folder as something that one can trust, from several terminals.</summary>
public sealed class StoreTests : IDisposable
{
    private readonly Product product = new();

    public void Dispose() => product.Dispose();

    [Fact]
    public void SecondWriter_WhileAnotherHoldsTheFolder_EndsWithOneLineThatNamesIt_AndGoesOnWhenItIsKilled()
    {
        using var holder = HoldTheFolder();
        Assert.Equal(0, product.Run("cypher", "RETURN 1").Code);
        foreach (var command in (string[][])[["cypher", "CREATE (:Note)", "--write"], ["remove", "一"], ["rebuild"], ["ingest", Text("一.txt")]])
        {
            var refused = product.Run([.. command, "--wait", "0"]);
            Assert.Equal((1, string.Empty), (refused.Code, refused.Output));
            var line = Assert.Single(refused.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains($"进程 {holder.Id}，命令 policygraph cypher --write --file ", line, StringComparison.Ordinal);
        }

        holder.Kill();
        holder.WaitForExit();
        Assert.Equal(0, product.Run("cypher", "CREATE (:Note)", "--write", "--wait", "5").Code);
    }

    [Fact]
    public async Task WriterThatWaits_GoesOn_WhenTheOtherIsDone()
    {
        await using var workspace = Workspace.Open(product.Data, null, GraphAccess.Write);
        var turn = await workspace.BeginWriteAsync("serve POST /api/documents", TimeSpan.Zero, default);
        Assert.Contains("serve POST /api/documents", product.Run("cypher", "CREATE (:Note)", "--write", "--wait", "1").Error, StringComparison.Ordinal);
        var waiting = Task.Run(() => product.Run("cypher", "CREATE (:Note {text: '等到了'})", "--write", "--wait", "60"));
        await turn.Journalled.ExecuteAsync(new GraphQuery("CREATE (:Note {text: '先到'})", Access: GraphAccess.Write));
        await Task.Delay(1500);
        Assert.False(waiting.IsCompleted);
        await turn.DisposeAsync();
        Assert.Equal(0, (await waiting).Code);
        Assert.True(workspace.Refresh());
        var seen = await workspace.Graph.ExecuteAsync(new GraphQuery("MATCH (n:Note) RETURN count(n)"));
        Assert.Equal(2, seen.Rows[0][0].AsInteger());
    }

    [Fact]
    public async Task Reader_InALoopBesideAWriter_NeverWaitsAndSeesWholeDocumentsOnly()
    {
        var files = Path.Combine(product.Folder, "files");
        for (var i = 0; i < 40; i++)
        {
            Text($"files/{i}.txt", $"某某市绿色工厂培育方案（第{i}批）\n某工信〔2022〕{i + 1}号\n到2025年，建设绿色工厂{20 + i}家。\n");
        }

        using var writer = product.Start("ingest", files, "--data", product.Data);
        var output = writer.StandardOutput.ReadToEndAsync();
        var seen = new List<long>();
        while (!writer.HasExited || seen.Count == 0 || seen[^1] < 40)
        {
            var rows = await StoredGraph.RowsAsync(product.Data, "MATCH (d:Policy) OPTIONAL MATCH (t:Target {documentId: d.id}) RETURN count(DISTINCT d) AS documents, count(t) AS targets");
            var (documents, targets) = (rows[0][0].AsInteger() ?? -1, rows[0][1].AsInteger() ?? -1);
            Assert.Equal(documents, targets);
            seen.Add(documents);
            Assert.True(!writer.HasExited || writer.ExitCode == 0);
        }

        await output;
        Assert.Equal(seen.Order(), seen);
        Assert.True(seen.Distinct().Count() > 2, "the reader saw nothing of the writer's work in between");
    }

    [Fact]
    public async Task Backup_MadeWhileAnotherWrites_IsOneMomentOfTheFolder()
    {
        product.Json("ingest", Text("一.txt"));
        var batch = Path.Combine(product.Folder, "batch.jsonl");
        File.WriteAllLines(batch, Enumerable.Range(0, 1500).Select(i => $"{{\"query\":\"CREATE (:Probe {{n: {i}}})\"}}"));
        using var writer = product.Start("cypher", "--write", "--file", batch, "--format", "jsonl", "--data", product.Data);
        Assert.NotNull(writer.StandardOutput.ReadLine());
        var drained = writer.StandardOutput.ReadToEndAsync();
        var file = Path.Combine(product.Folder, "备份.zip");
        product.Json("store", "backup", file);
        Assert.False(writer.HasExited, "the writer was done before the backup");
        writer.Kill();
        await drained;

        Assert.Contains("已存在", product.Run("store", "backup", file).Error, StringComparison.Ordinal);
        var there = product.Run("store", "restore", file);
        Assert.Equal(1, there.Code);
        Assert.Contains("--replace", there.Error, StringComparison.Ordinal);

        var restored = Path.Combine(product.Folder, "restored");
        product.Json("store", "restore", file, "--data", restored);
        var check = product.Json("store", "verify", "--data", restored);
        Assert.True(check.GetProperty("ok").GetBoolean());
        var probes = product.Json("cypher", "MATCH (p:Probe) RETURN count(p), max(p.n)", "--data", restored).GetProperty("rows")[0];
        Assert.InRange(probes[0].GetInt32(), 1, 1499);
        Assert.Equal(probes[0].GetInt32() - 1, probes[1].GetInt32());
        Assert.Equal(check.GetProperty("entries").GetInt32(), probes[0].GetInt32() + 1);

        var replaced = product.Json("store", "restore", file, "--replace").GetProperty("replaced").GetString();
        Assert.True(File.Exists(Path.Combine(replaced!, "journal.jsonl"))); // the answer names it
        product.Json("rebuild");
        Assert.Equal(probes[0].GetInt32(), product.Json("cypher", "MATCH (p:Probe) RETURN count(p)").GetProperty("rows")[0][0].GetInt32());
    }

    [Fact]
    public void Restore_OfABackupWithOneByteFlipped_IsRefusedAndChangesNothing()
    {
        product.Json("ingest", Text("一.txt"));
        var file = Path.Combine(product.Folder, "备份.zip");
        product.Json("store", "backup", file);
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 3] ^= 1;
        File.WriteAllBytes(file, bytes);
        var restored = Path.Combine(product.Folder, "restored");
        var refused = product.Run("store", "restore", file, "--data", restored);
        Assert.Equal(1, refused.Code);
        Assert.Contains("不是完整的备份", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(restored, "graph")));
    }

    [Fact]
    public void Verify_OfADamagedLogAndALostOriginal_NamesThePlaceAndTheWayOut()
    {
        product.Json("ingest", Text("一.txt"));
        var log = Path.Combine(product.Data, "graph", "graph.log");
        using (var stream = File.OpenWrite(log))
        {
            stream.Position = 5000;
            stream.WriteByte(0xFF);
        }

        File.Delete(Directory.GetFiles(Path.Combine(product.Data, "originals")).Single());
        var answer = product.Run("store", "verify", "--format", "json");
        Assert.Equal(1, answer.Code);
        using var json = JsonDocument.Parse(answer.Output);
        var faults = json.RootElement.GetProperty("faults").EnumerateArray().ToList();
        Assert.Equal(2, faults.Count);
        Assert.EndsWith("graph.log", faults[0].GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.InRange(faults[0].GetProperty("offset").GetInt64(), 32, 5000);
        Assert.Contains("policygraph rebuild", faults[0].GetProperty("remedy").GetString(), StringComparison.Ordinal);
        Assert.Contains("不见了", faults[1].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, product.Run("list").Code);
    }

    [Fact]
    public void Write_KeepsItsEffect_SoThatRebuildDoesNotAskTheStatementAgain()
    {
        product.Json("ingest", Text("一.txt"), Text("二.txt", "某某市绿色园区培育方案\n某工信〔2022〕2号\n到2025年，建设绿色园区5个。\n"));
        product.Json("cypher", "MATCH (d:Policy) WITH d ORDER BY d.title DESC LIMIT 1 CREATE (:Note {text: '批注', at: datetime('2026-11-21T08:00:00+08:00'), share: 18.0})-[:ABOUT]->(d) SET d.reviewed = date('2026-11-21')", "--write");
        product.Json("cypher", "MATCH (t:Target) WHERE t.unit = '个' SET t.checked = true", "--write");
        product.Json("cypher", "CREATE INDEX note_text FOR (n:Note) ON (n.text)", "--write");
        product.Json("ingest", Text("零.txt", "重庆市绿色工厂培育方案\n某工信〔2022〕9号\n到2025年，建设绿色工厂9家。\n"));
        product.Json("remove", "某工信[2022]2号");
        const string Question = "MATCH (n:Note)-[:ABOUT]->(d) RETURN n.text, toString(n.at), n.share, d.id, toString(d.reviewed)";
        var before = product.Json("cypher", Question).GetProperty("rows").GetRawText();
        var rebuilt = product.Run("rebuild");
        Assert.Equal(0, rebuilt.Code);
        Assert.Equal(before, product.Json("cypher", Question).GetProperty("rows").GetRawText());
        var misfit = Assert.Single(rebuilt.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("(:Target {id: '某工信[2022]2号", misfit, StringComparison.Ordinal);
        Assert.Contains("已不在图中", misfit, StringComparison.Ordinal);
        Assert.Equal(1, product.Json("cypher", "SHOW INDEXES YIELD name WHERE name = 'note_text' RETURN count(*)").GetProperty("rows")[0][0].GetInt32());
    }

    [Fact]
    public async Task DataFolderOfTheFirstFormat_IsRead_WrittenOn_AndMadeAgain()
    {
        ZipFile.ExtractToDirectory(Path.Combine(Product.Repository, "tests", "PolicyGraph.EndToEnd", "stores", "format-1.zip"), product.Data);
        const string Notes = "MATCH (n:Note)-[:ABOUT]->(d) RETURN n.text, toString(n.on), d.id, d.reviewed";
        var notes = product.Json("cypher", Notes).GetProperty("rows").GetRawText();
        Assert.Equal("[[\"复核\",\"2026-11-21\",\"某某省绿色制造工作方案\",true]]", notes);
        Assert.Equal(1, Format());
        var before = await StoredGraph.LinesAsync(product.Data);

        product.Json("cypher", "CREATE (:Note {text: '新'})", "--write");
        Assert.Equal(2, Format());
        Assert.Equal(before.Count + 1, (await StoredGraph.LinesAsync(product.Data)).Count);
        product.Json("rebuild");
        Assert.Equal(notes, product.Json("cypher", Notes).GetProperty("rows").GetRawText());
        Assert.Equal(2, product.Json("cypher", "MATCH (n:Note) RETURN count(n)").GetProperty("rows")[0][0].GetInt32());
        Assert.True(product.Json("store", "verify").GetProperty("ok").GetBoolean());
    }

    [Fact]
    public void DataFolderOfANewerFormat_IsRefusedInOneLine()
    {
        product.Json("ingest", Text("一.txt"));
        var log = Path.Combine(product.Data, "graph", "graph.log");
        var bytes = File.ReadAllBytes(log);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(28), Crc32C(bytes.AsSpan(0, 28)));
        File.WriteAllBytes(log, bytes);
        foreach (var command in (string[][])[["list"], ["cypher", "CREATE (:Note)", "--write"], ["store", "verify"]])
        {
            var refused = product.Run(command);
            Assert.Equal(1, refused.Code);
            Assert.Contains("9", Assert.Single(refused.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }

        Assert.Equal(bytes, File.ReadAllBytes(log));
    }

    [Theory]
    [InlineData("/proc/policygraph")]
    [InlineData("/dev/null/policygraph")]
    public void DataFolder_ThatCannotBeWritten_IsNamedInOneLine(string data)
    {
        var answer = product.Run("ingest", Text("一.txt"), "--data", data);
        Assert.Equal((1, string.Empty), (answer.Code, answer.Output));
        var line = Assert.Single(answer.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"{data} 不能写入", line, StringComparison.Ordinal);
        Assert.Contains("--data", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataFolder_ThatVanishesUnderAWriter_IsSaidAndNotMadeAnew()
    {
        using var holder = HoldTheFolder();
        var error = holder.StandardError.ReadToEndAsync();
        Directory.Move(product.Data, product.Data + ".moved");
        await holder.WaitForExitAsync();
        Assert.Equal(1, holder.ExitCode);
        Assert.Single((await error).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(File.Exists(Path.Combine(product.Data, "graph", "graph.log")));
        Assert.False(File.Exists(Path.Combine(product.Data, "journal.jsonl")));
    }

    [SmallDiskFact]
    public void FullDisk_EndsTheWriterWithOneLine_KeepsWhatItAnswered_AndIsWrittenOnWhenThereIsRoom()
    {
        var (disk, batch, policy) = (Path.Combine(product.Folder, "disk"), Path.Combine(product.Folder, "batch.jsonl"), Text("一.txt"));
        Directory.CreateDirectory(disk);
        File.WriteAllLines(batch, Enumerable.Range(0, 3000).Select(i => $"{{\"query\":\"CREATE (:Probe {{n: {i}, text: '把磁盘写满的一段文字'}})\"}}"));
        var program = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "policygraph.dll")}'";
        var (data, written, error) = ($"--data '{disk}/data'", Path.Combine(product.Folder, "answers"), Path.Combine(product.Folder, "error"));
        var script = $"""
            mount -t tmpfs -o size=900k none '{disk}' || exit 9
            head -c 100000 /dev/zero > '{disk}/ballast'
            {program} ingest '{policy}' {data} >/dev/null || exit 8
            {program} cypher --write --file '{batch}' --format jsonl {data} >'{written}' 2>'{error}'; echo $?
            {program} cypher 'MATCH (p:Probe) RETURN count(p)' --format csv {data} | tail -1
            rm '{disk}/ballast'
            {program} cypher 'CREATE (:Probe)' --write --format csv {data}
            {program} cypher 'MATCH (p:Probe) RETURN count(p)' --format csv {data} | tail -1
            {program} store verify --format json {data}
            """;
        var lines = SmallDiskFactAttribute.Run(script).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var answered = File.ReadAllLines(written).Length;
        Assert.InRange(answered, 10, 2999);
        Assert.Contains("磁盘", Assert.Single(File.ReadAllLines(error)), StringComparison.Ordinal);
        Assert.Equal(["1", $"{answered}", $"{answered + 1}"], lines[..3]);
        Assert.Contains("\"ok\":true", lines[^1], StringComparison.Ordinal);
    }

    /// <summary>A writer that has the folder for a minute and more.</summary>
    private Process HoldTheFolder()
    {
        var batch = Path.Combine(product.Folder, "long.jsonl");
        File.WriteAllLines(batch, Enumerable.Range(0, 100_000).Select(i => $"{{\"query\":\"CREATE (:Probe {{n: {i}}})\"}}"));
        var holder = product.Start("cypher", "--write", "--file", batch, "--format", "jsonl", "--data", product.Data);
        Assert.NotNull(holder.StandardOutput.ReadLine());
        _ = holder.StandardOutput.ReadToEndAsync();
        return holder;
    }

    private string Text(string name, string text = "某某市绿色工厂培育方案\n某工信〔2022〕1号\n到2025年，建设绿色工厂20家。\n")
    {
        var path = Path.Combine(product.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // below the test's folder
        File.WriteAllText(path, text);
        return path;
    }

    private int Format() => BinaryPrimitives.ReadInt32LittleEndian(File.ReadAllBytes(Path.Combine(product.Data, "graph", "graph.log")).AsSpan(8));

    private static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        var crc = BitOperations.Crc32C(uint.MaxValue, 0UL);
        foreach (var b in bytes)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return crc ^ uint.MaxValue;
    }
}

/// <summary>Runs where a small disk of its own may be mounted: in a namespace that only this process sees.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    /// <summary>Asks once whether it may.</summary>
    public SmallDiskFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || Run("mount -t tmpfs none /mnt").Code != 0)
        {
            Skip = "needs Linux and the right to mount in a namespace of its own (unshare -rm)";
        }
    }

    internal static (int Code, string Output) Run(string script)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("unshare", ["-rm", "bash", "-c", script]) { RedirectStandardOutput = true }) ?? throw new InvalidOperationException("unshare did not start");
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (127, string.Empty);
        }
    }
}
