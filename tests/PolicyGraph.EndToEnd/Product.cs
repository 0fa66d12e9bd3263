using System.Diagnostics;
using System.Text.Json;

namespace PolicyGraph.EndToEnd;

/// <summary>The command as a user has it: a process of its own, in a data folder of its own.</summary>
public sealed class Product : IDisposable
{
    /// <summary>The repository that the tests were built from.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>A new, empty folder; deleted with this object.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("policygraph-test-").FullName;

    /// <summary>The data folder.</summary>
    public string Data => Path.Combine(Folder, "data");

    /// <summary>Runs the command with <c>--data</c> (extract has none) and waits for its end.</summary>
    public Answer Run(params string[] arguments) => RunIn(Repository, arguments);

    /// <summary>Runs the command from another folder.</summary>
    public Answer RunIn(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "policygraph.dll"), .. arguments, .. arguments is ["--version"] or ["--help"] || arguments.Contains("--data") ? (string[])[] : ["--data", Data]])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"policygraph {string.Join(' ', arguments)} did not end");
        }

        return new Answer(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts the command just as given and returns at once; its three streams are the caller's.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "policygraph.dll"), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
    }

    /// <summary>Runs the command with <c>--format json</c>; it must succeed.</summary>
    public JsonElement Json(params string[] arguments)
    {
        var answer = Run([.. arguments, "--format", "json"]);
        Assert.True(answer.Code == 0, $"policygraph {string.Join(' ', arguments)}: {answer.Code} {answer.Error}");
        using var json = JsonDocument.Parse(answer.Output);
        return json.RootElement.Clone();
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PolicyGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside of the repository");
        }

        return folder;
    }
}

/// <summary>What a command answered.</summary>
public sealed record Answer(int Code, string Output, string Error);
