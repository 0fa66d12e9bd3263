using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Tests.Evidence;

/// <summary>The product's own data files, found from the folder of the tests upwards.</summary>
internal static class OntologyFiles
{
    public static YamlMapping Read(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PolicyGraph.sln")))
        {
            folder = folder.Parent;
        }

        var path = Path.Combine(folder!.FullName, "ontology", name); // the tests lie inside the solution
        return YamlReader.Read(File.ReadAllText(path), name);
    }
}
