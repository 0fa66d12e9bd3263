using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Tests;

public sealed class MarkdownReaderTests
{
    [Fact]
    public async Task HeadingsAndPipeTables_AreMarkedInTheUnchangedText()
    {
        const string file = "# 2025年能源报告\n\n全年综合能耗2472.54吨标准煤。\n\n## 一、消费量 ##\n\n| 品种 | 数量 |\n|:---|---:|\n| 电力 | 6000000 |\n| 热力 \\| 蒸汽 | |\n\n#没有空格不是标题\n";
        var document = await Reading.ReadAsync(file, "报告.md");
        Assert.Equal(file, document.Text.Text);
        Assert.Equal(DocumentFormat.Markdown, document.Format);
        Assert.Equal(["2025年能源报告", "一、消费量"], document.Words(BlockKind.Heading));
        Assert.Equal([1, 2], document.Blocks.Where(block => block.Kind == BlockKind.Heading).Select(block => block.Level!.Value));
        Assert.Equal([["品种", "数量"], ["电力", "6000000"], ["热力 \\| 蒸汽", ""]], Assert.Single(document.Tables).Cells());
        Assert.Contains("#没有空格不是标题", document.Words(BlockKind.Paragraph));
    }

    [Fact]
    public async Task FencedLines_AreNeitherHeadingsNorTables()
    {
        var document = await Reading.ReadAsync("```\n# 注释\na | b\n--|--\n```\n正文", "a.md");
        Assert.Empty(document.Tables);
        Assert.Empty(document.Words(BlockKind.Heading));
    }
}
