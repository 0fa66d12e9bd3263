using System.Text.Json;

namespace PolicyGraph.Api.Tests;

/// <summary>The OpenAPI document: it names every route, refers to nothing that is not there, and real answers are of the shapes that it gives.</summary>
[Collection("served")]
public sealed class OpenApiTests(CorpusData corpus)
{
    private static readonly string[] Routes =
    [
        "get /api/documents", "get /api/documents/{id}", "post /api/documents", "get /api/enterprises", "get /api/enterprises/{id}", "get /api/enterprises/{id}/gap", "post /api/enterprises/{id}/gap",
        "get /api/enterprises/{id}/check", "post /api/enterprises/{id}/evidence", "get /api/trace", "post /api/ask", "post /api/cypher", "post /api/chat", "get /api/jobs/{id}", "get /api/standards",
        "get /api/standards/{id}", "get /health", "post /mcp", "post /db/{database}/query/v2",
    ];

    [Fact]
    public async Task Document_NamesEveryRouteOfTheContract()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var document = (await server.GetAsync("/openapi/v1.json")).Ok();
        Assert.StartsWith("3.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var named = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => $"{o.Name} {p.Name}")).ToList();
        Assert.Empty(Routes.Except(named));
    }

    [Fact]
    public async Task Document_RefersOnlyToShapesThatItHas_AndDeclaresItsPathParameters()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var document = (await server.GetAsync("/openapi/v1.json")).Ok();
        var shapes = document.GetProperty("components").GetProperty("schemas");
        Assert.All(References(document), r => Assert.True(shapes.TryGetProperty(r.Replace("#/components/schemas/", string.Empty, StringComparison.Ordinal), out _), r));
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Select(o => o.Value))
            {
                var declared = operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "path").Select(p => $"{{{p.GetProperty("name").GetString()}}}") : [];
                Assert.Equal(path.Name.Split('/').Where(s => s.StartsWith('{')).Order(), declared.Order());
                Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("summary").GetString()));
                Assert.NotEmpty(operation.GetProperty("responses").EnumerateObject());
            }
        }
    }

    [Theory]
    [InlineData("/health", "Health")]
    [InlineData("/api/documents", "Items")]
    [InlineData("/api/enterprises", "Items")]
    [InlineData("/api/standards", "Items")]
    [InlineData("/api/standards/gbt36132-2025", "Entry")]
    [InlineData($"/api/enterprises/{RunningServer.Yuedong}", "Entry")]
    [InlineData($"/api/enterprises/{RunningServer.Yuedong}/gap?asOf=2026-06-30", "Gap")]
    [InlineData("/api/documents/gd-2017-green-manufacturing", "Extract")]
    [InlineData($"/api/documents/{RunningServer.Yuedong}/近三年产值产量.csv", "Extract")]
    [InlineData($"/api/enterprises/{RunningServer.Yuedong}/check?asOf=2026-06-30", "Check")]
    [InlineData("/api/trace", "Trace")]
    [InlineData("/api/trace?compare=广东,云浮", "Trace")]
    [InlineData("POST /api/ask {\"question\":\"广东省到2020年要建成多少家绿色工厂？\"}", "Ask")]
    [InlineData("/api/nothing", "Problem")]
    [InlineData("POST /api/cypher {\"query\":\"MATCH (n) RETURN n LIMIT 3\"}", "Cypher")]
    [InlineData("POST /api/cypher {\"query\":\"RETURN x\"}", "CypherError")]
    [InlineData("POST /db/neo4j/query/v2 {\"statement\":\"RETURN 1 AS n\"}", "QueryData")]
    public async Task Answer_IsOfTheShapeThatTheDocumentGives(string request, string shape)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var shapes = (await server.GetAsync("/openapi/v1.json")).Ok().GetProperty("components").GetProperty("schemas");
        var reply = request.Split(' ', 3) is ["POST", var path, var body] ? await server.PostAsync(path, body) : await server.GetAsync(request);
        Assert.Empty(AnswerShape.Misfits(reply.Json, shapes.GetProperty(shape), shapes, shape));
    }

    [Fact]
    public async Task Upload_IsOfTheShapeThatTheDocumentGives()
    {
        await using var server = await RunningServer.StartAsync(corpus.Copy());
        var shapes = (await server.GetAsync("/openapi/v1.json")).Ok().GetProperty("components").GetProperty("schemas");
        var stored = await server.UploadAsync("/api/documents", "某市方案.txt", "某市绿色制造工作方案\n到2025年，建设绿色工厂12家。\n");
        Assert.Empty(AnswerShape.Misfits(stored.Ok(), shapes.GetProperty("Ingest"), shapes, "Ingest"));
        var taken = await server.UploadAsync("/api/documents", "某市方案.txt", "某市绿色制造工作方案\n到2025年，建设绿色工厂12家。\n", ("Prefer", "respond-async"));
        Assert.Empty(AnswerShape.Misfits(taken.Json, shapes.GetProperty("Job"), shapes, "Job"));
    }

    [Fact]
    public void Shapes_ThemselvesTellAMisfit()
    {
        using var shapes = JsonDocument.Parse("""{"S":{"type":"object","required":["a","b"],"properties":{"a":{"type":"integer"},"b":{"enum":["x"],"type":"string"}}}}""");
        using var value = JsonDocument.Parse("""{"a":"1","b":"y"}""");
        Assert.Equal(2, AnswerShape.Misfits(value.RootElement, shapes.RootElement.GetProperty("S"), shapes.RootElement, "S").Count());
        using var empty = JsonDocument.Parse("{}");
        Assert.Equal(2, AnswerShape.Misfits(empty.RootElement, shapes.RootElement.GetProperty("S"), shapes.RootElement, "S").Count());
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name == "$ref" ? [p.Value.GetString() ?? string.Empty] : References(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
