using System.Xml.Linq;

namespace PolicyGraph.Architecture.Tests;

/// <summary>The table of who may reference whom; README and the code hold the same one.</summary>
public sealed class RoomTests
{
    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Text"] = [],
        ["Documents"] = ["Text"],
        ["Graph"] = [],
        ["Ontology"] = ["Text", "Graph"],
        ["Cypher"] = ["Text", "Graph"],
        ["Neo4j"] = ["Graph"],
        ["Readers"] = ["Text", "Documents"],
        ["Extraction"] = ["Text", "Documents", "Ontology"],
        ["Ingestion"] = ["Readers", "Extraction", "Ontology", "Text", "Documents", "Graph"],
        ["Compliance"] = ["Text", "Documents", "Graph", "Ontology"],
        ["Tracing"] = ["Text", "Documents", "Graph", "Ontology"],
        ["Reports"] = ["Text", "Compliance", "Tracing", "Documents", "Graph"],
        ["Assistant"] = ["Text", "Compliance", "Tracing", "Documents", "Graph", "Cypher", "Ontology"],
        ["Api"] = ["Text", "Documents", "Graph", "Ontology", "Cypher", "Neo4j", "Readers", "Extraction", "Ingestion", "Compliance", "Tracing", "Reports", "Assistant"],
        ["Cli"] = ["Text", "Documents", "Graph", "Ontology", "Cypher", "Neo4j", "Readers", "Extraction", "Ingestion", "Compliance", "Tracing", "Reports", "Assistant", "Api"],
    };

    private static readonly Dictionary<string, string> FormatLibraries = new()
    {
        ["AngleSharp"] = "Readers",
        ["DocumentFormat.OpenXml"] = "Reports",
        ["System.CommandLine"] = "Cli",
        ["Spectre.Console"] = "Cli",
        ["YamlDotNet"] = "Ontology",
    };

    [Fact]
    public void Projects_ReferenceEachOther_OnlyAsTheTableSays()
    {
        var wrong = Projects().SelectMany(p => p.References.Except(May[p.Name]).Select(r => $"{p.Name} → {r}"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Projects_OnDisk_AllStandInTheTable()
    {
        var names = Projects().Select(p => p.Name).ToList();
        Assert.Empty(names.Except(May.Keys));
        Assert.True(names.Count >= 9, "the projects were not found");
    }

    [Fact]
    public void Packages_AreUsed_OnlyWhereTheyBelong()
    {
        var wrong = from p in Projects() from package in p.Packages where FormatLibraries.TryGetValue(package, out var home) && home != p.Name select $"{p.Name} uses {package}";
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("System.IO.File", "Text", "Documents", "Graph", "Ontology", "Extraction", "Compliance")]
    [InlineData("System.Net.", "Text", "Documents", "Graph", "Ontology", "Cypher", "Readers", "Extraction", "Ingestion", "Compliance")]
    [InlineData("DateTime.Now", "Text", "Documents", "Graph", "Ontology", "Readers", "Extraction", "Ingestion", "Compliance")]
    [InlineData("Console.", "Text", "Documents", "Graph", "Ontology", "Cypher", "Readers", "Extraction", "Ingestion", "Compliance")]
    public void Rooms_ThatTouchMemoryOnly_DoNotReachOutside(string api, params string[] rooms)
    {
        var wrong = from p in Projects()
                    where rooms.Contains(p.Name)
                    from file in Directory.EnumerateFiles(p.Folder, "*.cs", SearchOption.AllDirectories)
                    where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
                    where File.ReadAllText(file).Contains(api, StringComparison.Ordinal)
                    select Path.GetRelativePath(Root(), file);
        Assert.Empty(wrong);
    }

    [Fact]
    public void TopLevel_HoldsTheFixedFolders()
    {
        var folders = Directory.GetDirectories(Root()).Select(Path.GetFileName).Where(n => n is not null && !n.StartsWith('.')).ToHashSet();
        Assert.Superset(new HashSet<string?> { "src", "ingest", "ontology", "corpus", "tests" }, folders);
        Assert.Empty(folders.Except(["src", "ingest", "ontology", "corpus", "tests", "data", "artifacts", "TestResults", "bin", "obj"]));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PolicyGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("PolicyGraph.sln is above no folder of the test");
        }

        return folder;
    }

    private static IEnumerable<Project> Projects() =>
        from room in (string[])["src", "ingest", "ontology"]
        from file in Directory.EnumerateFiles(Path.Combine(Root(), room), "*.csproj", SearchOption.AllDirectories)
        let xml = XDocument.Load(file)
        select new Project(
            Short(file),
            Path.GetDirectoryName(file) ?? string.Empty,
            [.. Includes(xml, "ProjectReference").Select(Short)],
            [.. Includes(xml, "PackageReference")]);

    private static IEnumerable<string> Includes(XDocument xml, string element) =>
        xml.Descendants(element).Select(e => e.Attribute("Include")?.Value ?? string.Empty);

    private static string Short(string path) =>
        path.Replace('\\', '/').Split('/')[^1].Replace(".csproj", string.Empty, StringComparison.Ordinal).Replace("PolicyGraph.", string.Empty, StringComparison.Ordinal);

    private sealed record Project(string Name, string Folder, string[] References, string[] Packages);
}
