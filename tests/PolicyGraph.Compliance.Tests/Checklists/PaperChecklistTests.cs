using PolicyGraph.Compliance.Checklists;

namespace PolicyGraph.Compliance.Tests.Checklists;

public class PaperChecklistTests
{
    private static readonly PaperChecklist Both = PaperChecklist.Of(OntologyFiles.Whole, [.. OntologyFiles.Whole.Standards.Where(s => s.Edition.Id is "gbt36132-2025" or "measures2024-13")]);

    [Fact]
    public void Papers_AreThoseThatCriteriaNeed_TheRequiredOnesFirst()
    {
        var certificate = Assert.Single(Both.Papers, p => p.Type == "management-certificate");
        Assert.Equal(ChecklistDemand.Required, certificate.Demand);
        Assert.Equal(["basic.qms", "basic.enms", "basic.ems", "basic.ohsms"], certificate.Uses.Select(u => u.Criterion.Id));
        Assert.Contains("有效期至", certificate.Fields);
        Assert.Equal(ChecklistDemand.Scored, Assert.Single(Both.Papers, p => p.Type == "water-statistics").Demand);
        Assert.Equal(Both.Papers.OrderBy(p => p.Demand), Both.Papers);
        Assert.Equal(Both.Papers.Count, Both.Papers.Select(p => p.Type).Distinct().Count());
    }

    [Fact]
    public void Papers_OfTheMeasuresAlone_LeaveOutWhatOnlyPointsNeed()
    {
        var measures = PaperChecklist.Of(OntologyFiles.Whole, [.. OntologyFiles.Whole.Standards.Where(s => s.Edition.Id == "measures2024-13")]);
        Assert.Contains(measures.Papers, p => p.Type == "credit-report");
        Assert.DoesNotContain(measures.Papers, p => p.Type is "water-statistics" or "management-certificate");
    }

    [Fact]
    public void Text_NamesEachCriterionWithWhatItAsksFor_AndSaysThatItIsNoEvidence()
    {
        var text = ChecklistText.Markdown(Both);
        Assert.StartsWith("# 材料清单（填写说明，不是证据）", text, StringComparison.Ordinal);
        Assert.Contains("| energy.renewable-share | 可再生能源利用率 | 表 C.1 序号 3", text, StringComparison.Ordinal);
        Assert.Contains("| veto.dishonest-debtor |", text, StringComparison.Ordinal);
        Assert.Contains("- [ ] **管理体系认证证书**", text, StringComparison.Ordinal);
        var rows = ChecklistText.Csv(Both).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Both.Papers.Count + 1, rows.Length);
        Assert.All(rows, r => Assert.True(r.Contains('"', StringComparison.Ordinal) || r.Split(',').Length == 7, r));
    }
}
