using PolicyGraph.Ingestion.Storage;

namespace PolicyGraph.Ingestion.Tests;

public sealed class JournalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("policygraph-test-").FullName;

    private string File => Path.Combine(folder, "journal.jsonl");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Journal_ReadAgain_HoldsWhatWasAppended()
    {
        var entry = Entry("a") with { Path = "政策/一.txt", Sha256 = "00", Manifest = "{\"id\":\"a\"}" };
        new Journal(File).Append(entry);
        new Journal(File).Append(Entry("b"));
        Assert.Equal([entry, Entry("b")], new Journal(File).Read());
    }

    [Fact]
    public void Journal_WhoseLastLineWasNeverFinished_PassesItOverAndCutsItOnTheNextAppend()
    {
        new Journal(File).Append(Entry("a"));
        System.IO.File.AppendAllText(File, "{\"kind\":\"ing");
        Assert.Equal(["a"], new Journal(File).Read().Select(e => e.Document));
        new Journal(File).Append(Entry("b"));
        Assert.Equal(["a", "b"], new Journal(File).Read().Select(e => e.Document));
    }

    [Fact]
    public void Journal_DamagedInTheMiddle_NamesTheLine()
    {
        new Journal(File).Append(Entry("a"));
        System.IO.File.AppendAllText(File, "no json\n");
        new Journal(File).Append(Entry("b"));
        Assert.Contains("第 2 行", Assert.Throws<IngestionException>(() => new Journal(File).Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Originals_KeptTwice_AreOneFileUnderTheirSha256()
    {
        var originals = new Originals(Path.Combine(folder, "originals"));
        var name = originals.Keep("绿色工厂"u8);
        Assert.Equal(name, originals.Keep("绿色工厂"u8));
        Assert.Equal([name], Directory.GetFiles(Path.Combine(folder, "originals")).Select(Path.GetFileName));
    }

    private static JournalEntry Entry(string document) => new() { Kind = "ingest", At = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero), Document = document };
}
