namespace PolicyGraph.Cli.Invocation;

/// <summary>The calendar day in Asia/Shanghai, which has no daylight saving: what "today" means where no day is given.</summary>
public static class ShanghaiDay
{
    /// <summary>Hours ahead of UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Today.</summary>
    public static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(Offset).DateTime);
}
