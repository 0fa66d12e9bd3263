using PolicyGraph.Assistant.Passages;

namespace PolicyGraph.Assistant.Tests.Passages;

public sealed class SentenceSplitterTests
{
    [Fact]
    public void Sentence_BrokenByAPage_StaysWhole() =>
        Assert.Equal(["开发采煤机行走轮与齿轨传动副、刮板输送机链轮链窝与刮板等关键零部件高效再制造技术；建成煤炭机械\n\n再制造示范生产线。"], Split("开发采煤机行走轮与齿轨传动副、刮板输送机链轮链窝与刮板等关键零部件高效再制造技术；建成煤炭机械\n\n再制造示范生产线。"));

    [Fact]
    public void CellsOfATable_AreLinesOfTheirOwn() =>
        Assert.Equal(["吨钢综合能耗（千克标准煤）", "572千克"], Split("吨钢综合能耗（千克标准煤）\n\t572千克\n"));

    [Fact]
    public void ListOfAnnexes_IsOneSentence() =>
        Assert.Single(Split("附件：1. 绿色工厂评价要求          \n                  2.绿色园区评价要求"));

    private static string[] Split(string text) => [.. SentenceSplitter.Split(text, 0, text.Length).Select(s => text[s.Start..s.End])];
}
