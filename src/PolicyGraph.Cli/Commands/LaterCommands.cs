using System.CommandLine;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Cli.Invocation;

namespace PolicyGraph.Cli.Commands;

/// <summary>Commands of the contract that this version does not have yet: they are in the help, so that nobody looks for them in vain, and say so in one line.</summary>
public static class LaterCommands
{
    private static readonly (string Name, string Description, string[] Formats, string[] Options)[] Commands =
    [
        ("replay", "重算一份结论凭证", ["human", "json"], []),
    ];

    /// <summary>Adds them all.</summary>
    public static void AddTo(Command root)
    {
        ArgumentNullException.ThrowIfNull(root);
        foreach (var (name, description, formats, options) in Commands)
        {
            var command = new Command(name, $"{description}（本版本尚未提供）");
            _ = new CommonOptions(command, formats);
            foreach (var option in options)
            {
                command.Options.Add(new Option<string>(option) { Description = "尚未提供" });
            }

            var arguments = new Argument<string[]>("参数") { Arity = ArgumentArity.ZeroOrMore, Description = "尚未提供" };
            command.Arguments.Add(arguments);
            command.SetAction(int (result) =>
                throw new RequestException($"{name}：本版本尚未提供这个命令{Named(result.GetValue(arguments))}；现有的命令见 policygraph --help"));
            root.Subcommands.Add(command);
        }
    }

    private static string Named(string[]? arguments) => arguments is { Length: > 0 } ? $"（{string.Join(' ', arguments)}）" : string.Empty;
}
