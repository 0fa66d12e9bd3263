namespace PolicyGraph.Ingestion.Sources;

/// <summary>The checklist that <c>init</c> writes beside an <c>enterprise.yaml</c>: it names papers and is none.</summary>
/// <remarks>It is known by its name at the root of the enterprise's folder. A copy under another name is kept out by its title, which says that it is no evidence.</remarks>
public static class ChecklistFile
{
    /// <summary>The checklist for reading and ticking off.</summary>
    public const string Markdown = "材料清单.md";

    /// <summary>The checklist as a table.</summary>
    public const string Table = "材料清单.csv";

    /// <summary>Why it is not taken.</summary>
    public const string Refusal = "是 init 生成的材料清单，不是证据，不装载";

    /// <summary>Whether a path below an enterprise's folder is that of a checklist.</summary>
    public static bool Is(string path) => path is Markdown or Table;
}
