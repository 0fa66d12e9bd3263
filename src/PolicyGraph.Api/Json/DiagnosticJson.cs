using System.Text.Json;
using PolicyGraph.Text;

namespace PolicyGraph.Api.Json;

/// <summary>Remarks as JSON and as lines.</summary>
public static class DiagnosticJson
{
    /// <summary>Writes the key <c>diagnostics</c>.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<Diagnostic> diagnostics) =>
        json.Objects("diagnostics", diagnostics, (w, d) =>
        {
            w.WriteString("code", d.Code);
            w.WriteString("severity", d.Severity.ToString().ToLowerInvariant());
            w.WriteString("message", d.Message);
            w.Whole("start", d.Span?.Start);
            w.Whole("end", d.Span?.End);
        });
}
