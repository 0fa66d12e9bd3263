using PolicyGraph.Extraction.Evidences;

namespace PolicyGraph.Extraction.Tests.Evidences;

public class PlatformTableTests
{
    [Theory]
    [InlineData("No.,Function 功能,Available 是否具备,Proof 证据\n1,能耗查询,Yes 是,截图S01\n2,能效对标,No 否,—\n3,碳排放核算,Yes 是,截图S03")]
    [InlineData("功能,是否符合,截图\n能耗查询,☑是 ☐否,F01\n能效对标,☐是 ☑否,\n碳排放核算,☑是 ☐否,F03")]
    [InlineData("功能,结论\n能耗查询,是☑ 否□\n能效对标,是□ 否☑\n碳排放核算,是☑ 否□")]
    [InlineData("序号,功能,具备,不具备\n1,能耗查询,√,\n2,能效对标,,√\n3,碳排放核算,√,")]
    [InlineData("模块,测试结果,备注\n能耗查询,已实现,\n能效对标,未建设（二期）,\n碳排放核算,已实现,二期扩展到供应商")]
    [InlineData("功能模块,上线情况\n能耗查询,√\n能效对标,\n碳排放核算,√")]
    public void TableOfFunctions_AnswersForEachRow(string rows)
    {
        var reading = Papers.ReadRows("能碳管理平台功能验收单\n" + rows);
        Assert.Equal("platform-description", reading.Type);
        Assert.Equal([("能耗查询", "yes"), ("能效对标", "no"), ("碳排放核算", "yes")], reading.Fields.Where(f => f.Name == "platformFunction").Select(f => (f.Qualifier!, f.Statement!)));
    }

    [Fact]
    public void ListOfFunctionsWithoutAnswers_NamesWhatThereIs()
    {
        var reading = Papers.ReadRows("能碳管理平台功能清单\n序号,功能模块,说明\n1,能耗查询,分时查询\n2,能效对标,窑炉间对标\n3,碳排放核算,按国标口径");
        Assert.All(reading.Fields.Where(f => f.Name == "platformFunction"), f => Assert.Equal("yes", f.Statement));
        Assert.Equal(3, reading.Fields.Count(f => f.Name == "platformFunction"));
    }
}
