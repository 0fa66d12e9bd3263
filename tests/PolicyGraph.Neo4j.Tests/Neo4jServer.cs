using System.Diagnostics;

namespace PolicyGraph.Neo4j.Tests;

/// <summary>A real Neo4j 5.26 server on free ports, with an empty database; stopped and deleted with this object.</summary>
/// <remarks>It is no part of the repository: tests use the one at <c>shared/neo4j</c> beside it and are passed over where there is none.</remarks>
internal sealed class Neo4jServer : IDisposable
{
    private readonly string scripts;
    private readonly string home;

    private Neo4jServer(string scripts, IReadOnlyDictionary<string, string> said)
    {
        this.scripts = scripts;
        home = said["NEO4J_HOME"];
        Address = new Uri(said["NEO4J_URL"]);
        User = said["NEO4J_USER"];
        Password = said["NEO4J_PASSWORD"];
    }

    /// <summary>Why there can be no server here; null where there can.</summary>
    public static string? Absence { get; } =
        Scripts() is null ? "the folder shared/neo4j is not beside this repository" :
        !(Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "java"))) ? "Neo4j needs Java 17, and java is not on the PATH" :
        null;

    public Uri Address { get; }

    /// <summary>The address as the product takes it.</summary>
    public ServerAddress At => new(Address);

    public ServerLogin Login => ServerLogin.Basic(User, Password);

    public string User { get; }

    public string Password { get; }

    /// <summary>Starts a server and waits until it answers.</summary>
    /// <param name="data">The folder of an earlier one whose data it opens; null for a new one.</param>
    public static Neo4jServer Start(string? data = null)
    {
        var scripts = Scripts() ?? throw new InvalidOperationException(Absence);
        // Into a file: the server inherits its parent's pipes, and a pipe would not end before the server does.
        var said = Path.GetTempFileName();
        try
        {
            Run("\"$1/start\" ${3:+--data \"$3\"} > \"$2\"", scripts, said, data ?? string.Empty);
            return new Neo4jServer(scripts, File.ReadLines(said).Select(l => l.Split('=', 2)).ToDictionary(p => p[0], p => p[1]));
        }
        finally
        {
            File.Delete(said);
        }
    }

    public void Dispose() => Run("\"$1/stop\" \"$2\" --delete", scripts, home);

    /// <summary>Ends the server's process without a warning; its data stay as they are on the disk.</summary>
    public void Kill() => Run("kill -9 \"$(<\"$2/pid\")\"; while kill -0 \"$(<\"$2/pid\")\" 2>/dev/null; do sleep 0.05; done; rm -f \"$2/pid\"", scripts, home);

    /// <summary>Starts a server on the data of this one, on another port.</summary>
    public Neo4jServer StartAgain() => Start(home);

    private static void Run(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", ["-c", script, "bash", .. arguments]);
        // A server that lives for a minute is done before the optimising compiler has paid for itself.
        start.Environment["JAVA_TOOL_OPTIONS"] = "-XX:TieredStopAtLevel=1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start");
        if (!process.WaitForExit(TimeSpan.FromMinutes(3)) || process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{script}: exit {(process.HasExited ? process.ExitCode : "none in three minutes")}");
        }
    }

    private static string? Scripts()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var scripts = Path.Combine(folder, "shared", "neo4j");
            if (File.Exists(Path.Combine(scripts, "start")))
            {
                return scripts;
            }
        }

        return null;
    }
}

/// <summary>A test that needs the server, skipped with its reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ServerFactAttribute : FactAttribute
{
    public ServerFactAttribute() => Skip = Neo4jServer.Absence;
}

/// <summary>A theory that needs the server, skipped with its reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ServerTheoryAttribute : TheoryAttribute
{
    public ServerTheoryAttribute() => Skip = Neo4jServer.Absence;
}
