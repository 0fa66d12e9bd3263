using System.Text;

namespace PolicyGraph.EndToEnd;

/// <summary>Runs the commands that the README and its Chinese twin show; every line of output that they show must come.</summary>
public sealed class ReadmeTests(CorpusFixture corpus) : IClassFixture<CorpusFixture>
{
    public static TheoryData<string, string> Commands()
    {
        var data = new TheoryData<string, string>();
        foreach (var (command, shown) in Blocks().Where(b => b.Command != "serve"))
        {
            data.Add(command, shown);
        }

        return data;
    }

    private static IEnumerable<(string Command, string Shown)> Blocks() => ((string[])["README.md", "README.zh-CN.md"]).SelectMany(BlocksOf).Distinct();

    private static List<(string Command, string Shown)> BlocksOf(string file)
    {
        var blocks = new List<(string Command, string Shown)>();
        string? command = null;
        var shown = new StringBuilder();
        foreach (var line in File.ReadLines(Path.Combine(Product.Repository, file)))
        {
            if (line.StartsWith("$ policygraph ", StringComparison.Ordinal))
            {
                command = line["$ policygraph ".Length..];
            }
            else if (line == "```" && command is not null)
            {
                blocks.Add((command, shown.ToString()));
                command = null;
                shown.Clear();
            }
            else if (command is not null && line != "…")
            {
                shown.AppendLine(line);
            }
        }

        return blocks;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Readme_ShownCommand_AnswersAsShown(string command, string shown)
    {
        using var fresh = new Product();
        var product = command.StartsWith("ingest", StringComparison.Ordinal) ? fresh : corpus.Product;
        var answer = product.Run(Words(command));
        Assert.True(answer.Code == 0, $"{command}: {answer.Error}");
        var came = answer.Output.Split('\n').Select(l => l.TrimEnd()).ToHashSet(StringComparer.Ordinal);
        foreach (var line in shown.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Contains(line.TrimEnd(), came);
        }
    }

    [Fact]
    public async Task Readme_ShownRequest_IsAnsweredByServe()
    {
        var lines = Assert.Single(Blocks(), b => b.Command == "serve").Shown.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var asked = new Uri(Assert.Single(lines, l => l.StartsWith("$ curl -s ", StringComparison.Ordinal))["$ curl -s ".Length..]);
        using var serve = corpus.Product.Start("serve", "--urls", "http://127.0.0.1:0", "--data", corpus.Product.Data);
        try
        {
            var address = await ListeningAsync(serve);
            using var client = new HttpClient { BaseAddress = address };
            var answer = await client.GetStringAsync(new Uri(asked.PathAndQuery, UriKind.Relative));
            Assert.All(lines.Where(l => l[0] != '$'), l => Assert.Contains(l, answer, StringComparison.Ordinal));
        }
        finally
        {
            serve.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The address in the line that serve prints once it listens.</summary>
    private static async Task<Uri> ListeningAsync(System.Diagnostics.Process serve)
    {
        var line = await serve.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
        var start = line?.IndexOf("http://", StringComparison.Ordinal) ?? -1;
        Assert.True(start >= 0, $"serve said: {line}");
        return new Uri(line![start..].Split(' ', '（')[0]); // line is not null: start would be -1
    }

    [Fact]
    public void Readme_ShowsAnExampleForEachCommandThatWorks()
    {
        var first = Commands().Select(c => ((string)c[0]).Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string> { "ingest", "extract", "gap", "check", "trace", "ask", "benchmark", "cypher", "list", "show", "store" }, first);
    }

    private static string[] Words(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quoted = false;
        foreach (var c in command)
        {
            if (c == '\'')
            {
                quoted = !quoted;
            }
            else if (c == ' ' && !quoted)
            {
                words.Add(word.ToString());
                word.Clear();
            }
            else
            {
                word.Append(c);
            }
        }

        words.Add(word.ToString());
        return [.. words];
    }
}
