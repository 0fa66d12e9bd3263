using System.CommandLine;
using PolicyGraph.Api.Catalogue;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Graph;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph search TEXT</c>: the provisions that have a text.</summary>
public static class SearchCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("search", "在条款里找文字：每一段连着的字按原样找，各段都要有");
        var text = new Argument<string[]>("TEXT") { Description = "要找的文字；空格隔开的各段都要出现", Arity = ArgumentArity.OneOrMore };
        var limit = new Option<int>("--limit") { Description = "最多显示几条", DefaultValueFactory = _ => 20 };
        command.Arguments.Add(text);
        command.Options.Add(limit);
        var common = new CommonOptions(command, "human", "json");
        command.SetAction(async (result, cancellationToken) =>
        {
            var values = common.Read(result);
            await using var workspace = Workspace.Open(values.Data, values.Graph, GraphAccess.Read);
            var hits = await ProvisionSearch.FindAsync(workspace.Graph, string.Join(' ', result.GetValue(text) ?? []), cancellationToken);
            var shown = hits.Take(Math.Max(0, result.GetValue(limit))).ToList();
            if (values.IsJson)
            {
                JsonOutput.Write(json => CatalogueJson.WriteHits(json, hits.Count, shown));
                return 0;
            }

            foreach (var hit in shown)
            {
                Terminal.Line($"{hit.Title ?? hit.Document} {hit.Path}");
                Terminal.Line($"  {Terminal.Quote(hit.Text, 160)}");
            }

            Terminal.Line(values.Language.In(FormattableString.Invariant($"共 {hits.Count} 条，显示 {shown.Count} 条"), FormattableString.Invariant($"{hits.Count} found, {shown.Count} shown")));
            return 0;
        });
        return command;
    }
}
