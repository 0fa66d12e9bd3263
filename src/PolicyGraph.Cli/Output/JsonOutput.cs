using System.Text.Json;
using PolicyGraph.Api.Json;

namespace PolicyGraph.Cli.Output;

/// <summary>Writes one JSON value to standard output.</summary>
public static class JsonOutput
{
    /// <summary>Writes the value and a line feed.</summary>
    public static void Write(Action<Utf8JsonWriter> value) => Terminal.Out.WriteLine(JsonText.ToText(value));
}
