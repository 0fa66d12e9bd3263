using System.Globalization;
using System.Text.Json;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Json;

/// <summary>Parameters of a query from JSON.</summary>
public static class GraphValueReader
{
    /// <summary>A JSON value as a Cypher value: a number with a point or exponent is a float, <c>{"$type","_value"}</c> is what it says.</summary>
    public static GraphValue Read(JsonElement element) => TypedJson.TryRead(element, out var typed) ? typed : element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => GraphValue.Null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => ToNumber(element),
        JsonValueKind.Array => GraphValue.ListOf(element.EnumerateArray().Select(Read)),
        _ => new MapValue(element.EnumerateObject().ToDictionary(p => p.Name, p => Read(p.Value), StringComparer.Ordinal)),
    };

    private static GraphValue ToNumber(JsonElement element)
    {
        var raw = element.GetRawText();
        return raw.AsSpan().IndexOfAny('.', 'e', 'E') < 0 && long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
            ? (GraphValue)integer // without the cast the two arms would meet as a double
            : element.GetDouble();
    }
}
