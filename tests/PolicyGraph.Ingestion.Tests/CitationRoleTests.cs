using PolicyGraph.Ingestion.Loading;
using PolicyGraph.Text;

namespace PolicyGraph.Ingestion.Tests;

public sealed class CitationRoleTests
{
    [Theory]
    [InlineData("为贯彻落实《工业绿色发展规划（2016-2020年）》、《绿色制造工程实施指南（2016-2020年）》，加快推进我省绿色制造体系建设，结合我省实际，特制定本实施方案。", "basis")]
    [InlineData("为贯彻落实《中国制造2025》，加快推进绿色制造，我部决定开展绿色制造体系建设。", "basis")]
    [InlineData("推动工业企业清洁生产。贯彻《清洁生产促进法》，在高耗能行业实施强制性清洁生产审核。", null)]
    [InlineData("本办法自2024年3月1日起施行，《绿色工厂评价要求》同时废止。", "repeals")]
    [InlineData("项目应符合《产业结构调整指导目录》。依据本办法制定实施细则。", null)]
    public void Role_IsWhatTheSentenceSays(string text, string? role)
    {
        var start = text.IndexOf('《', StringComparison.Ordinal);
        Assert.Equal(role, CitationRole.Of(text, new TextSpan(start, text.IndexOf('》', start) + 1)));
    }
}
