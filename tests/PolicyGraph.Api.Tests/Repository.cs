using System.Runtime.CompilerServices;

namespace PolicyGraph.Api.Tests;

/// <summary>Where the corpus and the ontology lie.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The server finds the ontology beside the executable, or where the environment says.</summary>
    [ModuleInitializer]
    internal static void NameOntology() => Environment.SetEnvironmentVariable("POLICYGRAPH_ONTOLOGY", Path.Combine(Root, "ontology"));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PolicyGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("PolicyGraph.sln is above no folder of the test");
        }

        return folder;
    }
}
