using System.CommandLine;
using System.Globalization;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph store verify | backup FILE | restore FILE | compact</c>: what keeps the data folder trustworthy.</summary>
public static class StoreCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create() => new("store", "核对、备份、恢复数据文件夹") { Verify(), Backup(), Restore(), Compact() };

    private static Command Verify()
    {
        var command = new Command("verify", "逐条核对图的日志、操作日志和每一份原件；不改动任何内容");
        var common = new CommonOptions(command, "human", "json");
        command.SetAction(result =>
        {
            var values = common.Read(result);
            var check = StoreCheck.Of(values.Data, values.Graph);
            foreach (var fault in check.Faults)
            {
                Terminal.Fault($"{fault.Message}（{Place(fault)}）：{fault.Remedy}");
            }

            if (values.IsJson)
            {
                Write(check);
            }
            else
            {
                foreach (var warning in check.Warnings)
                {
                    Terminal.Fault(warning);
                }

                Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"图：格式 {check.Format}，{check.Commits} 次提交，{check.Nodes} 个节点，{check.Relationships} 条关系，{check.LogBytes} 字节；操作日志 {check.Entries} 条；原件 {check.Originals} 份；{(check.Faults.Count == 0 ? "完好" : $"发现 {check.Faults.Count} 处问题")}"));
            }

            return check.Faults.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static string Place(StoreFault fault) =>
        fault.File + (fault.Offset is { } offset ? string.Create(CultureInfo.InvariantCulture, $" 字节 {offset}") : string.Empty) + (fault.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $" 第 {line} 行") : string.Empty);

    private static void Write(StoreCheck check) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("ok", check.Faults.Count == 0);
        json.WriteNumber("format", check.Format);
        json.WriteNumber("commits", check.Commits);
        json.WriteNumber("nodes", check.Nodes);
        json.WriteNumber("relationships", check.Relationships);
        json.WriteNumber("logBytes", check.LogBytes);
        json.WriteNumber("entries", check.Entries);
        json.WriteNumber("originals", check.Originals);
        json.Objects("faults", check.Faults, (w, fault) =>
        {
            w.WriteString("file", fault.File);
            w.Whole("offset", fault.Offset);
            w.Whole("line", fault.Line);
            w.WriteString("message", fault.Message);
            w.WriteString("remedy", fault.Remedy);
        });
        json.Texts("warnings", check.Warnings);
        json.WriteEndObject();
    });

    private static Command Backup()
    {
        var command = new Command("backup", "把图、操作日志和原件备份成一个文件；别的进程可以同时写入");
        var file = new Argument<string>("FILE") { Description = "要生成的备份文件（zip）；已有的文件不覆盖" };
        command.Arguments.Add(file);
        var common = new CommonOptions(command, "human", "json");
        command.SetAction((result, cancellationToken) =>
        {
            var values = common.Read(result);
            var summary = StoreBackup.Make(values.Data, values.Graph, result.GetValue(file) ?? string.Empty, TimeProvider.System, cancellationToken);
            Answer(summary, null, values, "已备份到");
            return Task.FromResult(0);
        });
        return command;
    }

    private static Command Restore()
    {
        var command = new Command("restore", "从备份恢复到 --data；先核对备份的每一部分");
        var file = new Argument<string>("FILE") { Description = "store backup 做的文件" };
        var replace = new Option<bool>("--replace") { Description = "允许替换已有数据：原有内容改名保留，并说明在哪里" };
        command.Arguments.Add(file);
        command.Options.Add(replace);
        var common = new CommonOptions(command, "human", "json");
        var wait = new WaitOption(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var values = common.Read(result);
            var (summary, aside) = await StoreRestore.RunAsync(
                values.Data, values.Graph, result.GetValue(file) ?? string.Empty, result.GetValue(replace), WaitOption.Running, wait.Read(result), TimeProvider.System, cancellationToken);
            Answer(summary, aside, values, "已恢复自");
            return 0;
        });
        return command;
    }

    private static void Answer(BackupSummary summary, string? aside, CommonValues values, string done)
    {
        if (values.IsJson)
        {
            JsonOutput.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("file", summary.File);
                json.WriteString("at", summary.At);
                json.WriteNumber("commit", summary.Commit);
                json.WriteNumber("entries", summary.Entries);
                json.WriteNumber("originals", summary.Originals);
                json.WriteNumber("bytes", summary.Bytes);
                json.WriteString("replaced", aside);
                json.WriteEndObject();
            });
            return;
        }

        Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{done} {summary.File}：{summary.Commit} 次提交，操作日志 {summary.Entries} 条，原件 {summary.Originals} 份，{summary.Bytes} 字节"));
        if (aside is not null)
        {
            Terminal.Line($"原有内容保留在 {aside}");
        }
    }

    private static Command Compact()
    {
        var command = new Command("compact", "把图的日志重写成一次提交，腾出旧提交占的空间");
        var common = new CommonOptions(command, "human", "json");
        var wait = new WaitOption(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var values = common.Read(result);
            await using var workspace = Workspace.Open(values.Data, values.Graph, Graph.GraphAccess.Write);
            await using var turn = await workspace.BeginWriteAsync(WaitOption.Running, wait.Read(result), cancellationToken);
            var (before, after) = turn.Compact();
            if (values.IsJson)
            {
                JsonOutput.Write(json =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("before", before);
                    json.WriteNumber("after", after);
                    json.WriteEndObject();
                });
            }
            else
            {
                Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"图的日志由 {before} 字节压缩到 {after} 字节"));
            }

            return 0;
        });
        return command;
    }
}
