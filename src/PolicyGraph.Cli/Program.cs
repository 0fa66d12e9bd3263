using System.CommandLine;
using PolicyGraph.Cli.Commands;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;

var root = new RootCommand("PolicyGraph：绿色制造政策与标准的知识图谱，回答“这家企业要成为绿色工厂还差什么”，每一句都有出处。")
{
    IngestCommand.Create(),
    ExtractCommand.Create(),
    GapCommand.Create(),
    AskCommand.Create(),
    TraceCommand.Create(),
    CheckCommand.Create(),
    CypherCommand.Create(),
    ListCommand.Create(),
    ShowCommand.Create(),
    SearchCommand.Create(),
    RemoveCommand.Create(),
    RebuildCommand.Create(),
    InitCommand.Create(),
    BenchmarkCommand.Create(),
    ServeCommand.Create(),
    StoreCommand.Create(),
    ExportCommand.Create(),
};
LaterCommands.AddTo(root);

var call = root.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
if (call.Errors.Count > 0)
{
    Terminal.Fault(string.Join("；", call.Errors.Select(e => e.Message)));
    Terminal.Fault("用 policygraph --help 或 policygraph 命令 --help 查看用法");
    return 2;
}

try
{
    var patience = call.CommandResult.Command.Name == ServeCommand.Name ? ServeCommand.StopTime : TimeSpan.FromSeconds(2);
    return await call.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = patience, Output = Terminal.Out, Error = Terminal.Error });
}
#pragma warning disable CA1031 // the last stop: whatever went wrong becomes one line and exit code 1, never a stack trace
catch (Exception error)
#pragma warning restore CA1031
{
    Terminal.Fault(Faults.Line(error));
    return 1;
}
finally
{
    Terminal.Flush();
}
