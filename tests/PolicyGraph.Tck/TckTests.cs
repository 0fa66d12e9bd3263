using Xunit.Abstractions;

namespace PolicyGraph.Tck;

/// <summary>The openCypher compatibility kit against the embedded store, held to a recorded baseline.</summary>
/// <remarks>With <c>TCK_RECORD=1</c> the baseline is written anew; <c>TCK_ONLY</c> is a part of the ids to run and print.</remarks>
public sealed class TckTests(ITestOutputHelper output)
{
    [TckFact]
    public void CompatibilityKit_EveryScenarioOfTheBaseline_StillPasses()
    {
        var kit = TckFactAttribute.FindKit()!;
        var only = Environment.GetEnvironmentVariable("TCK_ONLY");
        var scenarios = GherkinReader.ReadFolder(Path.Combine(kit, "features")).Where(s => only is null || s.Id.Contains(only, StringComparison.OrdinalIgnoreCase)).ToList();
        Dictionary<string, string> failures = [];
        foreach (var scenario in scenarios)
        {
            if (ScenarioRunner.Run(scenario, kit) is { } failure)
            {
                failures.Add(scenario.Id, failure);
            }
        }

        Report(scenarios, failures);
        var passed = scenarios.Select(s => s.Id).Where(id => !failures.ContainsKey(id)).ToHashSet(StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable("TCK_RECORD") == "1" && only is null)
        {
            File.WriteAllLines(Path.Combine(SourceFolder(), "baseline.txt"), passed.Order(StringComparer.Ordinal));
        }

        var known = scenarios.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var lost = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "baseline.txt")).Where(id => known.Contains(id) && !passed.Contains(id)).Select(id => $"{id}: {failures[id]}").ToList();
        Assert.True(lost.Count == 0, $"{lost.Count} scenarios of the baseline fail now:\n{string.Join('\n', lost.Take(50))}");
    }

    private void Report(List<Scenario> scenarios, Dictionary<string, string> failures)
    {
        foreach (var area in scenarios.GroupBy(s => s.Area))
        {
            output.WriteLine($"{area.Key,-40} {area.Count(s => !failures.ContainsKey(s.Id)),5} of {area.Count(),5}");
        }

        var file = Environment.GetEnvironmentVariable("TCK_FAILURES");
        if (file is not null)
        {
            File.WriteAllLines(file, failures.Select(f => $"{f.Key}\n  {f.Value}"));
        }

        output.WriteLine($"{scenarios.Count - failures.Count} passed, {failures.Count} failed");
        Console.WriteLine($"openCypher TCK: {scenarios.Count - failures.Count} passed, {failures.Count} failed");
    }

    // From bin/Debug/net10.0 up to the project.
    private static string SourceFolder() => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));
}

/// <summary>A test that is skipped where the compatibility kit is not there.</summary>
public sealed class TckFactAttribute : FactAttribute
{
    /// <summary>Looks for the kit.</summary>
    public TckFactAttribute()
    {
        if (FindKit() is null)
        {
            Skip = "the openCypher TCK is not here: set OPENCYPHER_TCK to its folder, or put it at shared/opencypher-tck beside the repository";
        }
    }

    /// <summary>The kit's folder: <c>OPENCYPHER_TCK</c>, else <c>shared/opencypher-tck</c> in a folder above; null when there is none.</summary>
    public static string? FindKit()
    {
        if (Environment.GetEnvironmentVariable("OPENCYPHER_TCK") is { Length: > 0 } named)
        {
            return Directory.Exists(Path.Combine(named, "features")) ? named : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var kit = Path.Combine(folder.FullName, "shared", "opencypher-tck");
            if (Directory.Exists(Path.Combine(kit, "features")))
            {
                return kit;
            }
        }

        return null;
    }
}
