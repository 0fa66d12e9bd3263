using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace PolicyGraph.Api.Answers;

/// <summary>The shapes of answers and bodies (<c>shapes.json</c>) as OpenAPI schemas.</summary>
/// <remarks>
/// In the file: an object lists its keys, <c>~</c> behind one that may be left out; a list holds the shape of its items; a text is <c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c> or <c>any</c>,
/// <c>=a|b</c> for one of these words, <c>#Name</c> for another shape, <c>?</c> behind what may be null. Further keys may always come.
/// </remarks>
internal static class Shapes
{
    /// <summary>The media type of problem details.</summary>
    public const string ProblemType = "application/problem+json";

    /// <summary>Adds every shape to the document's components.</summary>
    public static void AddTo(OpenApiDocument document)
    {
        using var stream = Open();
        using var json = JsonDocument.Parse(stream);
        foreach (var shape in json.RootElement.EnumerateObject())
        {
            document.AddComponent(shape.Name, Schema(shape.Value, document));
        }
    }

    /// <summary>The file.</summary>
    public static Stream Open() => typeof(Shapes).Assembly.GetManifestResourceStream("shapes.json") ?? throw new InvalidOperationException("shapes.json is built into the assembly");

    private static IOpenApiSchema Schema(JsonElement shape, OpenApiDocument document) => shape.ValueKind switch
    {
        JsonValueKind.Object => new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = shape.EnumerateObject().ToDictionary(p => p.Name.TrimEnd('~'), p => Schema(p.Value, document), StringComparer.Ordinal),
            Required = shape.EnumerateObject().Select(p => p.Name).Where(n => !n.EndsWith('~')).ToHashSet(StringComparer.Ordinal),
        },
        JsonValueKind.Array => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Schema(shape[0], document) },
        _ => Leaf(shape.GetString() ?? string.Empty, document),
    };

    private static IOpenApiSchema Leaf(string word, OpenApiDocument document)
    {
        var isNullable = word.EndsWith('?');
        var name = word.TrimEnd('?');
        return name[0] switch
        {
            '#' when isNullable => new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, new OpenApiSchemaReference(name[1..], document)] },
            '#' => new OpenApiSchemaReference(name[1..], document),
            '=' => new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. name[1..].Split('|').Select(w => (JsonNode)w)] },
            _ => new OpenApiSchema { Type = Type(name) | (isNullable ? JsonSchemaType.Null : null) ?? Type(name) },
        };
    }

    private static JsonSchemaType? Type(string name) => name switch
    {
        "string" => JsonSchemaType.String,
        "integer" => JsonSchemaType.Integer,
        "number" => JsonSchemaType.Number,
        "boolean" => JsonSchemaType.Boolean,
        "any" => null,
        _ => throw new InvalidOperationException($"shapes.json: no shape {name}"),
    };
}
