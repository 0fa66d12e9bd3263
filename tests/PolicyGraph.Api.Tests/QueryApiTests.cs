using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace PolicyGraph.Api.Tests;

/// <summary>Neo4j's Query API: forms and codes as its documentation gives them.</summary>
[Collection("served")]
public sealed class QueryApiTests(CorpusData corpus)
{
    private const string Path = "/db/neo4j/query/v2";

    [Fact]
    public async Task Statement_Plain_Is202WithFieldsAndValues()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var reply = await server.PostAsync(Path, """{"statement":"RETURN $x AS n, 'a' AS t, date('2024-02-29') AS d","parameters":{"x":1},"includeCounters":true,"bookmarks":[]}""");
        Assert.Equal((HttpStatusCode.Accepted, "application/json"), (reply.Status, reply.MediaType));
        Assert.Equal("""{"fields":["n","t","d"],"values":[[1,"a","2024-02-29"]]}""", reply.Json.GetProperty("data").GetRawText());
        Assert.False(reply.Json.GetProperty("counters").GetProperty("containsUpdates").GetBoolean());
    }

    [Theory]
    [InlineData("RETURN 1 AS v", """{"$type":"Integer","_value":"1"}""")]
    [InlineData("RETURN 1.0 AS v", """{"$type":"Float","_value":"1.0"}""")]
    [InlineData("RETURN 0.0 / 0.0 AS v", """{"$type":"Float","_value":"NaN"}""")]
    [InlineData("RETURN null AS v", """{"$type":"Null","_value":null}""")]
    [InlineData("RETURN true AS v", """{"$type":"Boolean","_value":true}""")]
    [InlineData("RETURN '绿色工厂' AS v", """{"$type":"String","_value":"绿色工厂"}""")]
    [InlineData("RETURN [1, 'a'] AS v", """{"$type":"List","_value":[{"$type":"Integer","_value":"1"},{"$type":"String","_value":"a"}]}""")]
    [InlineData("RETURN {a: 1} AS v", """{"$type":"Map","_value":{"a":{"$type":"Integer","_value":"1"}}}""")]
    [InlineData("RETURN date('2024-02-29') AS v", """{"$type":"Date","_value":"2024-02-29"}""")]
    [InlineData("RETURN localtime('10:15') AS v", """{"$type":"LocalTime","_value":"10:15"}""")]
    [InlineData("RETURN duration('P1D') AS v", """{"$type":"Duration","_value":"P1D"}""")]
    [InlineData("RETURN point({x: 1, y: 2}) AS v", """{"$type":"Point","_value":"SRID=7203;POINT (1.0 2.0)"}""")]
    public async Task Statement_Typed_SaysTheTypeOfEveryValue(string statement, string value)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var reply = await server.PostAsync(Path, $$"""{"statement":"{{statement}}"}""", ("Accept", "application/vnd.neo4j.query"));
        Assert.Equal((HttpStatusCode.Accepted, "application/vnd.neo4j.query"), (reply.Status, reply.MediaType));
        Assert.Equal(value, reply.Json.GetProperty("data").GetProperty("values")[0][0].GetRawText());
    }

    [Fact]
    public async Task Path_Typed_IsItsNodesAndRelationshipsInTurn_WithTheIdsOfElementId()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var content = new StringContent("""{"statement":"MATCH p = (e:Edition)-[r:HAS_CRITERION]->(c) RETURN p, e, elementId(e) AS id ORDER BY c.criterion LIMIT 1"}""", Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/vnd.neo4j.query");
        var row = (await server.SendAsync(HttpMethod.Post, Path, content, ("Accept", "application/vnd.neo4j.query"))).Json.GetProperty("data").GetProperty("values")[0];
        var walk = row[0].GetProperty("_value").EnumerateArray().ToList();
        Assert.Equal(["Node", "Relationship", "Node"], walk.Select(w => w.GetProperty("$type").GetString()));
        Assert.Equal(row[2].GetProperty("_value").GetString(), row[1].GetProperty("_value").GetProperty("_element_id").GetString());
        Assert.Equal(row[2].GetProperty("_value").GetString(), walk[1].GetProperty("_value").GetProperty("_start_node_element_id").GetString());
        Assert.Equal("HAS_CRITERION", walk[1].GetProperty("_value").GetProperty("_type").GetString());
    }

    [Theory]
    [InlineData(Path, """{"statement":"CREATE (n)"}""", HttpStatusCode.Forbidden, "Neo.ClientError.Statement.AccessMode")]
    [InlineData(Path, """{"statement":"MATCH (n RETURN n"}""", HttpStatusCode.BadRequest, "Neo.ClientError.Statement.SyntaxError")]
    [InlineData(Path, """{"statement":"RETURN $p"}""", HttpStatusCode.BadRequest, "Neo.ClientError.Statement.ParameterMissing")]
    [InlineData(Path, """{"parameters":{}}""", HttpStatusCode.BadRequest, "Neo.ClientError.Request.Invalid")]
    [InlineData(Path, "{", HttpStatusCode.BadRequest, "Neo.ClientError.Request.Invalid")]
    [InlineData("/db/other/query/v2", """{"statement":"RETURN 1"}""", HttpStatusCode.NotFound, "Neo.ClientError.Database.DatabaseNotFound")]
    public async Task Statement_ThatFails_HasNeo4jsErrors(string path, string body, HttpStatusCode status, string code)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var reply = await server.PostAsync(path, body);
        Assert.Equal(status, reply.Status);
        Assert.Equal(code, reply.Json.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task AccessModeRead_RefusesToWriteEvenWhereTheServerAllowsIt()
    {
        await using var server = await RunningServer.StartAsync(corpus.Copy(), o => o with { AllowWrite = true });
        Assert.Equal(HttpStatusCode.Forbidden, (await server.PostAsync(Path, """{"statement":"CREATE (n:Note)","accessMode":"READ"}""")).Status);
        var written = await server.PostAsync(Path, """{"statement":"CREATE (n:Note)","includeCounters":true}""");
        Assert.Equal(1, written.Json.GetProperty("counters").GetProperty("nodesCreated").GetInt32());
    }
}
