using System.CommandLine;

namespace PolicyGraph.Cli.Invocation;

/// <summary><c>--wait</c> of the commands that write: how long they wait for another writer.</summary>
public sealed class WaitOption
{
    private const int LongestCommand = 120;

    private readonly Option<int> option = new("--wait") { Description = "数据文件夹正由别的进程写入时最多等待的秒数", DefaultValueFactory = _ => 10 };

    /// <summary>Adds the option to a command.</summary>
    public WaitOption(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var seconds) || seconds is < 0 or > 86_400))
            {
                result.AddError("--wait：应为 0 到 86400 的整数（秒）");
            }
        });
        command.Options.Add(option);
    }

    /// <summary>What this process is doing, as those who wait for it read it.</summary>
    public static string Running
    {
        get
        {
            var line = string.Join(' ', (string[])["policygraph", .. Environment.GetCommandLineArgs().Skip(1)]).ReplaceLineEndings(" ");
            return line.Length <= LongestCommand ? line : line[..LongestCommand] + "…";
        }
    }

    /// <summary>The value of one call.</summary>
    public TimeSpan Read(ParseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return TimeSpan.FromSeconds(result.GetValue(option));
    }
}
