using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyGraph.Evaluation;

/// <summary>Holds the quality of extraction on annotated documents to the recorded baseline (<c>baseline.txt</c>): a figure may rise, not fall.</summary>
public sealed partial class ExtractionScoreTests
{
    [AnnotatedFact]
    public void Extraction_OnTheAnnotatedDocuments_IsNoWorseThanRecorded()
    {
        var root = AnnotatedFactAttribute.Root() ?? throw new UnreachableException("the fact is skipped without the repository");
        var shared = Path.GetFullPath(Path.Combine(root, "..", "shared"));
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[Path.Combine(shared, "gold", "score.py"), "--texts", Path.Combine(shared, "seeds"), "--", "dotnet", Path.Combine(AppContext.BaseDirectory, "policygraph.dll"), "extract", "--format", "json"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("python3 did not start");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var line = output.Split('\n').Single(l => l.StartsWith("all:", StringComparison.Ordinal));
        var now = Figures(line);
        foreach (var (name, recorded) in Figures(File.ReadAllText(Path.Combine(root, "tests", "PolicyGraph.Evaluation", "baseline.txt"))))
        {
            var fell = name is "forbidden" or "failed" ? now[name] > recorded : now[name] < recorded - 0.0005;
            Assert.False(fell, $"{name} is {now[name]}, recorded {recorded}: {line}");
        }
    }

    private static Dictionary<string, double> Figures(string text) =>
        Figure().Matches(text).ToDictionary(m => m.Groups[1].Value, m => double.Parse(m.Groups[2].ValueSpan, CultureInfo.InvariantCulture), StringComparer.Ordinal);

    [GeneratedRegex(@"([a-z][a-z-]*) (\d+(?:\.\d+)?)")]
    private static partial Regex Figure();
}

/// <summary>A test that needs the annotated documents and python3; skipped with the reason where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AnnotatedFactAttribute : FactAttribute
{
    public AnnotatedFactAttribute()
    {
        if (Root() is not { } root || !File.Exists(Path.Combine(root, "..", "shared", "gold", "score.py")))
        {
            Skip = "the annotated documents (../shared/gold) are not beside the checkout";
        }
        else if (!(Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "python3"))))
        {
            Skip = "python3 is not installed";
        }
    }

    /// <summary>The repository; null when the tests run outside of one.</summary>
    public static string? Root()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "PolicyGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }
}
