namespace PolicyGraph.EndToEnd;

/// <summary><c>policygraph cypher</c> without a query: what comes through a pipe is a script, with the prompt's own commands.</summary>
public sealed class CypherPromptTests : IDisposable
{
    private readonly Product product = new();

    public void Dispose() => product.Dispose();

    [Fact]
    public async Task Statements_ThroughAPipe_AreAnsweredOverSeveralLines()
    {
        var (code, output, _) = await PipeAsync(":param year=2016\nRETURN $year\n  + 1 AS next; RETURN ';' AS text;\n:quit\nRETURN 99 AS never;\n");
        Assert.Equal(0, code);
        Assert.Contains("next", output, StringComparison.Ordinal);
        Assert.Contains("2017", output, StringComparison.Ordinal);
        Assert.Contains("\n;\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("99", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_ThroughAPipe_IsShown()
    {
        var (code, output, _) = await PipeAsync(":help\nRETURN 1 AS n;\n");
        Assert.Equal(0, code);
        Assert.Contains(":quit", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongStatement_ThroughAPipe_EndsTheScript()
    {
        var (code, output, error) = await PipeAsync("RETURN 1 AS one;\nRETURN tooUpper('a');\nRETURN 99 AS never;\n");
        Assert.Equal(1, code);
        Assert.Contains("one", output, StringComparison.Ordinal);
        Assert.Contains("toUpper", error, StringComparison.Ordinal);
        Assert.DoesNotContain("99", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_ThroughAPipe_AsksForAQuery() => Assert.Contains("请给出查询", product.Run("cypher").Error, StringComparison.Ordinal);

    [Fact]
    public void Profile_InJson_HasThePlanWithRows()
    {
        var plan = product.Json("cypher", "PROFILE UNWIND [1, 2, 3] AS x WITH x WHERE x > 1 RETURN x").GetProperty("plan").EnumerateArray().Select(s => $"{s.GetProperty("operator").GetString()} {s.GetProperty("rows").GetInt64()}");
        Assert.Equal(["ProduceResults 2", "Filter 2", "Unwind 3", "Argument 1"], plan);
    }

    [Fact]
    public void Explain_AsTable_ShowsThePlan()
    {
        var output = product.Run("cypher", "EXPLAIN MATCH (p:Policy) RETURN p.id AS id").Output;
        Assert.Contains("NodeByLabelScan", output, StringComparison.Ordinal);
        Assert.Contains("p:Policy", output, StringComparison.Ordinal);
    }

    [Fact]
    public void MisspeltLabel_IsNoticedBesideNoRows()
    {
        product.Json("cypher", "CREATE (:Policy {id: 'd01'})", "--write");
        var answer = product.Json("cypher", "MATCH (p:Polciy) RETURN p");
        Assert.Equal(0, answer.GetProperty("rows").GetArrayLength());
        Assert.Equal("Policy", answer.GetProperty("notices")[0].GetProperty("hint").GetString());
        Assert.Contains("是不是 Policy", product.Run("cypher", "MATCH (p:Polciy) RETURN p").Output, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> PipeAsync(string text)
    {
        using var process = product.Start("cypher", "--data", product.Data);
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), await error);
    }
}
