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
        var damaged = Assert.Throws<DamagedJournalException>(() => new Journal(File).Read());
        Assert.Equal(2, damaged.Line);
        Assert.Contains("第 2 行", damaged.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Originals_KeptTwice_AreOneFileUnderTheirSha256()
    {
        var originals = new Originals(Path.Combine(folder, "originals"));
        var name = originals.Keep("绿色工厂"u8);
        Assert.Equal(name, originals.Keep("绿色工厂"u8));
        Assert.Equal([name], Directory.GetFiles(Path.Combine(folder, "originals")).Select(Path.GetFileName));
    }

    [Fact]
    public void Journal_WhoseLastEntryWasNeverCommitted_TakesItBack_AndOnlyThat()
    {
        var commits = 0L;
        var journal = new Journal(File) { Next = () => ("3f9a1c22", commits + 1) };
        journal.AppendBeforeCommit(Entry("a"));
        commits++;
        journal.AppendBeforeCommit(Entry("b")); // Its commit never comes.
        Assert.Equal("b", new Journal(File).DropUncommitted("3f9a1c22", 1)?.Document);
        Assert.Null(new Journal(File).DropUncommitted("3f9a1c22", 1));
        Assert.Equal(["a"], new Journal(File).Read().Select(e => e.Document));
        Assert.Null(new Journal(File).DropUncommitted("00000000", 0)); // Another making of the graph knows nothing of it.
    }

    [Fact]
    public void Journal_AfterACommitThatFailed_TakesItsEntryBackBeforeTheNext()
    {
        var journal = new Journal(File) { Next = () => ("3f9a1c22", 7) };
        journal.AppendBeforeCommit(Entry("failed"));
        journal.AppendBeforeCommit(Entry("b"));
        Assert.Equal(["b"], new Journal(File).Read().Select(e => e.Document));
    }

    [Fact]
    public void Journal_EntryThatChangesNoGraph_IsNeverTakenBack()
    {
        new Journal(File) { Next = () => ("3f9a1c22", 1) }.Append(Entry("saved") with { Kind = "assessment" });
        Assert.Null(new Journal(File).DropUncommitted("3f9a1c22", 0));
        Assert.Equal("assessment", Assert.Single(new Journal(File).Read()).Kind);
    }

    [Fact]
    public void Journal_WhoseFolderVanished_DoesNotMakeItAnew()
    {
        var gone = Path.Combine(folder, "gone");
        var error = Assert.Throws<IngestionException>(() => new Journal(Path.Combine(gone, "journal.jsonl")).Append(Entry("a")));
        Assert.Contains("gone", error.Message, StringComparison.Ordinal);
        Assert.Throws<IngestionException>(() => new Originals(Path.Combine(gone, "originals")).Keep("某"u8));
        Assert.False(Directory.Exists(gone));
    }

    [Fact]
    public void Originals_WhoseBytesChanged_AreRefused()
    {
        var originals = new Originals(Path.Combine(folder, "originals"));
        var name = originals.Keep("到2025年，建设绿色工厂100家。"u8);
        System.IO.File.WriteAllText(Path.Combine(folder, "originals", name), "到2025年，建设绿色工厂900家。");
        Assert.Contains("已损坏", Assert.Throws<IOException>(() => originals.Open(name)).Message, StringComparison.Ordinal);
    }

    private static JournalEntry Entry(string document) => new() { Kind = "ingest", At = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero), Document = document };
}
