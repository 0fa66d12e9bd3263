using System.CommandLine;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Api.Serving;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph serve</c>: the same JSON over HTTP, until it is told to stop.</summary>
public static class ServeCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "serve";

    /// <summary>How long the process may take to end after Ctrl-C: requests and uploads that are under way are finished.</summary>
    public static readonly TimeSpan StopTime = TimeSpan.FromSeconds(18);

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command(Name, "在本机以 HTTP 提供同样的 JSON；接口见 / 和 /openapi/v1.json；按 Ctrl-C 停止");
        var urls = new Option<string>("--urls") { Description = "地址，只能在本机：127.0.0.1、localhost 或 [::1]", DefaultValueFactory = _ => "http://127.0.0.1:8080" };
        var allowWrite = new Option<bool>("--allow-write") { Description = "允许 /api/cypher 写入；写入记入日志" };
        command.Options.Add(urls);
        command.Options.Add(allowWrite);
        var common = new CommonOptions(command, "human", "json");
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(urls) ?? string.Empty, result.GetValue(allowWrite), common.Read(result), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string urls, bool allowWrite, CommonValues values, CancellationToken cancellationToken)
    {
        var options = new ServeOptions(values.Data, ListenAddress.ReadAll(urls)) { Graph = values.Graph, AllowWrite = allowWrite };
        await using var app = ApiServer.Create(options);
        var addresses = await ApiServer.StartAsync(app, cancellationToken);
        foreach (var warning in ApiServer.Warnings(app))
        {
            Terminal.Fault(warning);
        }

        Announce(addresses, values);
        await ApiServer.WaitAsync(app, cancellationToken);
        return 0;
    }

    private static void Announce(IReadOnlyList<string> addresses, CommonValues values)
    {
        if (values.IsJson)
        {
            JsonOutput.Write(json =>
            {
                json.WriteStartObject();
                json.Texts("urls", addresses);
                json.WriteEndObject();
            });
        }
        else
        {
            Terminal.Line(values.Language.In($"已在 {string.Join("、", addresses)} 提供服务（数据文件夹 {values.Data}）；用浏览器打开可看接口和例子，按 Ctrl-C 停止", $"serving on {string.Join(", ", addresses)} (data folder {values.Data}); open it in a browser, Ctrl-C stops it"));
        }

        Terminal.Flush();
    }
}
