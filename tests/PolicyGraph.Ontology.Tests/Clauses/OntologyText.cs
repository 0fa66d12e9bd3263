using Path = System.IO.Path;

namespace PolicyGraph.Ontology.Tests.Clauses;

/// <summary>The product's whole ontology, as a program finds it beside itself.</summary>
internal static class OntologyText
{
    public static IReadOnlyDictionary<string, string> Files { get; } = Read();

    public static PolicyOntology Ontology { get; } = new(Files);

    private static Dictionary<string, string> Read()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PolicyGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("PolicyGraph.sln not found above the tests");
        }

        var root = Path.Combine(folder, "ontology");
        var parts = (string[])["schema", "lexicon", "standards", "clauses"];
        return parts.SelectMany(p => Directory.EnumerateFiles(Path.Combine(root, p))).ToDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllText);
    }
}
