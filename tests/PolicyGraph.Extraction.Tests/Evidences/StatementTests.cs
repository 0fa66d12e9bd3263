namespace PolicyGraph.Extraction.Tests.Evidences;

public class StatementTests
{
    private const string Letter = "某县工业和信息化局\n关于某某乳业有限公司申报绿色工厂的核查意见\n\n某某乳业有限公司：\n\n    你公司2026年3月9日来函收悉。2023年3月至2026年3月，你公司正常生产经营，未发生安全（含网络安全、数据安全）、质量、环境污染等事故，未发现偷税漏税等违法违规行为；此前未列入过绿色制造名单；国务院及有关部委督查工作中未发现你公司存在严重问题。\n\n    其余事项不属我局职责。\n\n                                        某县工业和信息化局\n                                        2026年3月19日";

    [Fact]
    public void Letter_WithOneNegationForAList_DeniesEachItem()
    {
        var reading = Papers.ReadText(Letter);
        Assert.Equal("authority-statement", reading.Type);
        foreach (var item in (string[])["accidentSafety", "accidentQuality", "accidentEnvironment", "violationTax", "removedFromList", "inspectionProblems"])
        {
            Assert.Equal("none", reading.One(item).Statement);
        }

        Assert.Equal("yes", reading.One("operating").Statement);
        Assert.Equal((new DateOnly(2023, 3, 1), new DateOnly(2026, 3, 31)), (reading.One("accidentSafety").PeriodStart!.Value, reading.One("accidentSafety").PeriodEnd!.Value));
        Assert.Equal(("某县工业和信息化局", "2026-03-19", "某某乳业有限公司"), (reading.One("issuer").Written, reading.One("issuedOn").Date, reading.One("holder").Written));
        Assert.DoesNotContain(reading.Fields, f => f.Name is "energyRectification" or "dishonestDebtor");
    }

    /// <summary>What one clause frames, a later and shorter one says: the place of the item is in the longer clause.</summary>
    [Fact]
    public void Inspections_FramedByALongClause_AreDeniedByTheShortOneAfterIt()
    {
        var reading = Papers.ReadText("证  明\n云岭化工股份有限公司系我区规模以上工业企业。\n近三年（2023年4月至2026年4月）国务院及有关部委组织开展的历次督查、检查、巡视过程中，未发现问题。\n某区工业和信息化局\n2026年4月15日");
        Assert.Equal("none", reading.One("inspectionProblems").Statement);
    }

    [Fact]
    public void Exception_InALetter_IsWhatCounts()
    {
        var reading = Papers.ReadText("证  明\n兹证明山河铸造有限公司近三年来生产经营正常，除2024年6月12日发生一起一般生产安全事故（已结案）外，无其他安全生产事故，无环境违法行为。\n该公司存在节能监察整改事项1项，尚未完成整改。\n云岭县应急管理局\n2026年2月10日");
        var accident = reading.One("accidentSafety");
        Assert.Equal(("occurred", new DateOnly(2024, 6, 12)), (accident.Statement, accident.PeriodStart!.Value));
        Assert.Equal("occurred", reading.One("energyRectification").Statement);
        Assert.Equal("none", reading.One("violationEnvironment").Statement);
        Assert.Equal(new DateOnly(2023, 2, 10), reading.One("operating").PeriodStart); // 近三年 counts back from the letter's date
    }

    [Fact]
    public void CreditReport_WithRecords_SaysWhatOccurred()
    {
        var reading = Papers.ReadText("信用中国\n企业公共信用信息报告\n查询对象：云岭化工股份有限公司\n报告生成日期：2026年2月28日\n信息时间范围：2023年2月28日至2026年2月28日\n一、基础信息\n经营状态：在业\n二、行政处罚信息（共1条）\n处罚日期：2024-05-16\n三、严重失信主体名单 0条\n四、经营异常名录信息：曾于2023-09-01列入，2023-10-10移出\n五、失信被执行人：未查询到相关信息");
        Assert.Equal("credit-report", reading.Type);
        Assert.Equal(("yes", "occurred", "none", "none"), (reading.One("operating").Statement, reading.One("penalties").Statement, reading.One("seriousViolation").Statement, reading.One("dishonestDebtor").Statement));
        var abnormal = reading.One("abnormalList");
        Assert.Equal(("occurred", new DateOnly(2023, 9, 1), new DateOnly(2023, 10, 10)), (abnormal.Statement, abnormal.PeriodStart!.Value, abnormal.PeriodEnd!.Value));
        Assert.Equal((new DateOnly(2023, 2, 28), new DateOnly(2026, 2, 28)), (reading.One("dishonestDebtor").PeriodStart!.Value, reading.One("dishonestDebtor").PeriodEnd!.Value));
    }

    [Fact]
    public void CreditTable_WithItemsAndResults_IsRead()
    {
        var reading = Papers.Extractor.Read(Papers.Mixed("企业信用信息查询结果\n企业名称：山河铸造有限公司\n查询日期：2026-02-20", "查询项目,查询结果\n行政处罚,无\n经营异常名录,未列入\n失信被执行人,有1条记录\n重大税收违法,无记录"), null);
        Assert.Equal("credit-report", reading.Type);
        Assert.Equal(("none", "none", "occurred", "none"), (reading.One("penalties").Statement, reading.One("abnormalList").Statement, reading.One("dishonestDebtor").Statement, reading.One("violationTax").Statement));
    }

    [Fact]
    public void Declaration_WithAHypothesis_ReadsThePastOnly()
    {
        var reading = Papers.ReadText("承诺书\n我公司（明阳纸业有限公司，统一社会信用代码：91440600MA4XABCD1X）郑重承诺：\n一、近三年（2023年3月1日至2026年2月28日）未发生较大及以上生产安全事故、质量事故和突发环境事件。\n二、未被列入失信被执行人名单，不存在偷税、漏税行为。\n三、从未被从绿色制造名单中移出；未被列入工业节能监察整改名单。\n四、如发生安全事故，我公司愿承担一切责任。\n明阳纸业有限公司（盖章）\n二〇二六年三月一日");
        Assert.Equal("enterprise-declaration", reading.Type);
        foreach (var item in (string[])["accidentSafety", "accidentQuality", "accidentEnvironment", "dishonestDebtor", "violationTax", "removedFromList", "energyRectification"])
        {
            Assert.Equal("none", reading.One(item).Statement);
        }

        Assert.Equal("2026-03-01", reading.One("issuedOn").Date);
        Assert.Equal("明阳纸业有限公司", reading.One("holder").Written);
    }

    [Theory]
    [InlineData("2024年5月，该公司发生一起较大生产安全事故。", "accidentSafety", "occurred")]
    [InlineData("该公司被列入失信被执行人名单。", "dishonestDebtor", "occurred")]
    [InlineData("该公司不在失信被执行人名单之列。", "dishonestDebtor", "none")]
    [InlineData("该公司2024年被动态调整移出绿色制造名单。", "removedFromList", "occurred")]
    [InlineData("该公司行政处罚记录为0条。", "penalties", "none")]
    [InlineData("该公司存在行政处罚记录2条。", "penalties", "occurred")]
    [InlineData("该公司没有经营异常信息。", "abnormalList", "none")]
    [InlineData("该公司自2025年10月起停产。", "operating", "no")]
    [InlineData("督查工作中发现该公司存在严重问题。", "inspectionProblems", "occurred")]
    public void Sentence_OfALetter_HasItsPolarity(string sentence, string field, string statement) =>
        Assert.Equal(statement, Papers.ReadText($"情况证明\n经查，山河铸造有限公司有关情况如下。\n{sentence}\n云岭县工业和信息化局\n2026年2月10日").One(field).Statement);

    [Theory]
    [InlineData("公司建立了防止环境污染事故的应急预案。")]
    [InlineData("公司曾列入绿色工厂名单。")]
    [InlineData("公司将配合督查工作。")]
    public void Mention_WithoutAssertion_StatesNothing(string sentence)
    {
        var reading = Papers.ReadText($"情况证明\n经查，山河铸造有限公司有关情况如下。\n{sentence}\n云岭县工业和信息化局\n2026年2月10日");
        Assert.DoesNotContain(reading.Fields, f => f.Statement is not null);
    }

    [Fact]
    public void EntryThatWasNotRemoved_OnTheDayOfTheQuery_IsNoAbsenceOfEntries()
    {
        var reading = Papers.ReadText("国家企业信用信息公示系统查询结果\n企业名称：湘潭云塘铸造有限公司\n登记状态：存续（在营、开业、在册）\n列入经营异常名录信息：1条（2025-07-10列入，原因：未按期公示年报；截至查询日未移出）\n查询日期：2026年5月16日");

        Assert.Equal("occurred", reading.One("abnormalList").Statement);
    }
}
