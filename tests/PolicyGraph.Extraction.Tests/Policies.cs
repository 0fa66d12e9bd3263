using PolicyGraph.Documents;
using PolicyGraph.Extraction.Policies;
using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Ontology.Units;
using PolicyGraph.Ontology.Yaml;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Tests;

/// <summary>Reads a policy that stands in the test.</summary>
internal static class Policies
{
    private static readonly string Folder = Path.Combine(Root(), "ontology", "lexicon");

    private static readonly PolicyExtractor Extractor = new(
        PolicyLexicon.Load(name => File.OpenRead(Path.Combine(Folder, name))),
        UnitLexicon.Load(YamlReader.Read(File.ReadAllText(Path.Combine(Folder, "units.yaml")), "units.yaml")));

    public static PolicyExtraction Read(string text, DocumentHints? hints = null)
    {
        var source = new SourceText(text);
        return Extractor.Extract(new Document { Text = source, Format = DocumentFormat.Text, Sha256 = string.Empty, Blocks = Block.FromLines(source) }, hints);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PolicyGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no PolicyGraph.sln above the tests");
        }

        return folder;
    }
}
