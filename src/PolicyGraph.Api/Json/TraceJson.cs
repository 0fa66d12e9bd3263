using System.Text.Json;
using PolicyGraph.Tracing;

namespace PolicyGraph.Api.Json;

/// <summary>A trace as the contract's <c>trace</c> prints it.</summary>
public static class TraceJson
{
    /// <summary>Writes the whole answer.</summary>
    public static void Write(Utf8JsonWriter json, Trace trace)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(trace);
        json.WriteStartObject();
        json.Objects("chains", trace.Chains, (w, chain) =>
        {
            w.WriteString("indicator", chain.Indicator);
            w.Objects("links", chain.Links, WriteLink);
        });
        if (trace.Comparison is { } comparison)
        {
            json.Objects("comparison", comparison, (w, indicator) =>
            {
                w.WriteString("indicator", indicator.Indicator);
                w.Objects("rows", indicator.Rows, (row, r) =>
                {
                    row.WriteString("jurisdiction", r.Jurisdiction);
                    row.Part("link", r.Link, WriteLink);
                });
            });
        }

        json.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter json, TraceLink link)
    {
        json.WriteString("id", link.Id);
        json.WriteString("parent", link.Parent);
        json.WriteString("document", link.Document);
        json.WriteString("title", link.Title);
        json.WriteString("level", link.Level);
        json.WriteString("jurisdiction", link.Jurisdiction);
        json.WriteString("scope", link.Scope);
        json.WriteNumber("value", link.Value);
        json.Number("valueMax", link.ValueMax);
        json.WriteString("unit", link.Unit);
        json.WriteString("comparator", link.Comparator);
        json.WriteString("change", link.Change);
        json.WriteString("basis", link.Basis);
        json.Whole("year", link.Year);
        json.Whole("baseYear", link.BaseYear);
        json.Number("baseValue", link.BaseValue);
        json.WriteString("quote", link.Quote);
        json.WriteNumber("start", link.Start);
        json.WriteNumber("end", link.End);
        json.WriteString("why", link.Why);
        json.Objects("flags", link.Flags, (w, flag) =>
        {
            w.WriteString("flag", flag.Word);
            w.WriteString("why", flag.Why);
        });
    }
}
