using System.Text.Json;

namespace PolicyGraph.Api.Tests;

/// <summary>Holds a JSON value against a schema of the OpenAPI document, as far as that document uses schemas.</summary>
internal static class AnswerShape
{
    /// <summary>Where the value does not fit, one line each.</summary>
    public static IEnumerable<string> Misfits(JsonElement value, JsonElement schema, JsonElement shapes, string place)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Misfits(value, shapes.GetProperty(reference.GetString()!.Split('/')[^1]), shapes, place);
        }

        if (schema.TryGetProperty("oneOf", out var either))
        {
            return either.EnumerateArray().Any(s => !Misfits(value, s, shapes, place).Any()) ? [] : either.EnumerateArray().SelectMany(s => Misfits(value, s, shapes, place));
        }

        if (schema.TryGetProperty("type", out var type) && !IsOf(value, type))
        {
            return [$"{place}: {value.ValueKind} is not {type.GetRawText()}"];
        }

        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(w => w.GetString() == value.GetString()))
        {
            return [$"{place}: {value.GetRawText()} is none of {words.GetRawText()}"];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray().SelectMany(v => Misfits(v, items, shapes, place + "[]")),
            JsonValueKind.Object => Members(value, schema, shapes, place),
            _ => [],
        };
    }

    private static IEnumerable<string> Members(JsonElement value, JsonElement schema, JsonElement shapes, string place)
    {
        var lacking = schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(r => r.GetString()!).Where(r => !value.TryGetProperty(r, out _)).Select(r => $"{place}.{r}: no such key")
            : [];
        var wrong = schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().Where(p => value.TryGetProperty(p.Name, out _)).SelectMany(p => Misfits(value.GetProperty(p.Name), p.Value, shapes, $"{place}.{p.Name}"))
            : [];
        return lacking.Concat(wrong);
    }

    private static bool IsOf(JsonElement value, JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(t => IsOf(value, t)) : type.GetString() switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            "array" => value.ValueKind == JsonValueKind.Array,
            _ => value.ValueKind == JsonValueKind.Object,
        };
}
