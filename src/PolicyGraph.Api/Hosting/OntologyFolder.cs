using System.Text;

namespace PolicyGraph.Api.Hosting;

/// <summary>The ontology's files: beside the executable, or where <c>POLICYGRAPH_ONTOLOGY</c> says.</summary>
public static class OntologyFolder
{
    private static readonly string[] Parts = ["schema", "lexicon", "standards", "clauses"];

    /// <summary>The text of every file by its path below the ontology (<c>schema/graph.yaml</c>), in ordinal order.</summary>
    /// <exception cref="RequestException">There is no ontology.</exception>
    public static IReadOnlyDictionary<string, string> Read()
    {
        var named = Environment.GetEnvironmentVariable("POLICYGRAPH_ONTOLOGY");
        var folder = string.IsNullOrEmpty(named) ? Path.Combine(AppContext.BaseDirectory, "ontology") : named;
        if (!Directory.Exists(Path.Combine(folder, "schema")))
        {
            throw new RequestException($"找不到本体文件夹 {folder}（应有 schema、lexicon、standards、clauses）；请重新发布程序，或用环境变量 POLICYGRAPH_ONTOLOGY 指定");
        }

        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in Parts.Where(p => Directory.Exists(Path.Combine(folder, p))))
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, part)))
            {
                files.Add($"{part}/{Path.GetFileName(file)}", File.ReadAllText(file, Encoding.UTF8));
            }
        }

        return files;
    }
}
