namespace PolicyGraph.Compliance.Facts;

/// <summary>The texts of <c>Queries</c>, by name.</summary>
internal static class QueryFile
{
    internal static string Load(string query)
    {
        var name = $"PolicyGraph.Compliance.Queries.{query}.cypher";
        using var stream = typeof(QueryFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"resource {name} is missing");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
