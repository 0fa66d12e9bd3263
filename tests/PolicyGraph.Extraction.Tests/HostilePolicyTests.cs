using System.Diagnostics;

namespace PolicyGraph.Extraction.Tests;

public sealed class HostilePolicyTests
{
    [Theory]
    [InlineData("", "（", 300_000)]
    [InlineData("", "《", 300_000)]
    [InlineData("到2025年，建设绿色工厂", "1", 200_000)]
    [InlineData("", "一、目标\n", 100_000)]
    [InlineData("到2025年，建设10个", "绿色园区、", 60_000)]
    [InlineData("到2025年", "，在重点行业建设10个园区", 40_000)]
    [InlineData("到2025年，比例达到", "百分之", 100_000)]
    [InlineData("", "本办法自2021年3月1日起施行的", 40_000)]
    public void Repetition_WithoutEnd_IsReadInLinearTime(string lead, string piece, int times)
    {
        var text = lead + string.Concat(Enumerable.Repeat(piece, times));
        var watch = Stopwatch.StartNew();
        var reading = Policies.Read(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed} for {text.Length} characters"); // under a second alone; quadratic time takes minutes
        Assert.All(reading.Targets, t => Assert.InRange(t.Span.End, t.Span.Start + 1, text.Length));
    }
}
