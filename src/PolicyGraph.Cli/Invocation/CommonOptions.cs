using System.CommandLine;
using PolicyGraph.Cli.Output;

namespace PolicyGraph.Cli.Invocation;

/// <summary>The four options that every command has.</summary>
public sealed class CommonOptions
{
    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="formats">What <c>--format</c> may say; the first is the default.</param>
    public CommonOptions(Command command, params string[] formats)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(formats);
        Format = new Option<string>("--format") { Description = $"输出格式：{string.Join("|", formats)}", DefaultValueFactory = _ => formats[0] };
        Format.AcceptOnlyFromAmong(formats);
        Data = new Option<string>("--data") { Description = "数据文件夹", DefaultValueFactory = _ => "./data" };
        Graph = new Option<string?>("--graph") { Description = "图数据库：embedded:DIR（默认为 --data 里的内嵌图），或 Neo4j 服务器的 http(s)://主机:端口（用户名和密码见环境变量 POLICYGRAPH_GRAPH_USER、POLICYGRAPH_GRAPH_PASSWORD）" };
        Language = new Option<string>("--language") { Description = "固定用语的语言：zh|en", DefaultValueFactory = _ => "zh" };
        Language.AcceptOnlyFromAmong("zh", "en");
        foreach (var option in (Option[])[Format, Data, Graph, Language])
        {
            command.Options.Add(option);
        }
    }

    /// <summary><c>--format</c>.</summary>
    public Option<string> Format { get; }

    /// <summary><c>--data</c>.</summary>
    public Option<string> Data { get; }

    /// <summary><c>--graph</c>.</summary>
    public Option<string?> Graph { get; }

    /// <summary><c>--language</c>.</summary>
    public Option<string> Language { get; }

    /// <summary>The values of one call.</summary>
    public CommonValues Read(ParseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new CommonValues(
            result.GetValue(Format) ?? "human",
            result.GetValue(Data) ?? "./data",
            result.GetValue(Graph) ?? Environment.GetEnvironmentVariable("POLICYGRAPH_GRAPH"),
            result.GetValue(Language) == "en" ? Output.Language.En : Output.Language.Zh);
    }
}

/// <summary>What the common options said.</summary>
/// <param name="Format">One of the command's formats.</param>
/// <param name="Data">The data folder.</param>
/// <param name="Graph">Where the graph is; null for the embedded one in <paramref name="Data"/>.</param>
/// <param name="Language">Language of fixed wording.</param>
public sealed record CommonValues(string Format, string Data, string? Graph, Language Language)
{
    /// <summary>Whether JSON was asked for.</summary>
    public bool IsJson => Format == "json";
}
