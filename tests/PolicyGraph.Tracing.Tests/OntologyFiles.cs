using PolicyGraph.Ontology;

namespace PolicyGraph.Tracing.Tests;

/// <summary>The project's own ontology.</summary>
internal static class OntologyFiles
{
    internal static string Repository { get; } = FindRepository();

    internal static PolicyOntology Ontology { get; } = new(((string[])["schema", "lexicon", "standards"])
        .SelectMany(part => Directory.EnumerateFiles(Path.Combine(Repository, "ontology", part)).Select(file => (Key: $"{part}/{Path.GetFileName(file)}", file)))
        .ToDictionary(f => f.Key, f => File.ReadAllText(f.file), StringComparer.Ordinal));

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PolicyGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("PolicyGraph.sln not found above the tests");
        }

        return folder;
    }
}
