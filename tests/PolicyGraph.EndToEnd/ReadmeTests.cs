using System.Text;

namespace PolicyGraph.EndToEnd;

/// <summary>Runs the commands that the README shows; every line of output that it shows must come.</summary>
public sealed class ReadmeTests(CorpusFixture corpus) : IClassFixture<CorpusFixture>
{
    public static TheoryData<string, string> Commands()
    {
        var data = new TheoryData<string, string>();
        string? command = null;
        var shown = new StringBuilder();
        foreach (var line in File.ReadLines(Path.Combine(Product.Repository, "README.md")))
        {
            if (line.StartsWith("$ policygraph ", StringComparison.Ordinal))
            {
                command = line["$ policygraph ".Length..];
            }
            else if (line == "```" && command is not null)
            {
                data.Add(command, shown.ToString());
                command = null;
                shown.Clear();
            }
            else if (command is not null && line != "…")
            {
                shown.AppendLine(line);
            }
        }

        return data;
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
    public void Readme_ShowsAnExampleForEachCommandThatWorks()
    {
        var first = Commands().Select(c => ((string)c[0]).Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string> { "ingest", "extract", "gap", "cypher", "list", "show" }, first);
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
